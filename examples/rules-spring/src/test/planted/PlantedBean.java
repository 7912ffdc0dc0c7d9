// allowed-libraries
package com.example.parcels.tracking.domain.parcel;

@org.springframework.stereotype.Component
final class PlantedBean {}
