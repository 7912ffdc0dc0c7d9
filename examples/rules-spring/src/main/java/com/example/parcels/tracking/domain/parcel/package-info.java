/** Parcels. */
package com.example.parcels.tracking.domain.parcel;
