// layer-coverage
package com.example.parcels.tracking.attic;

final class PlantedStray {}
