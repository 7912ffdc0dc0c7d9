// stateless-ports
package com.example.parcels.tracking.spi;

public interface PlantedStatePort {
    java.util.Map<String, String> CACHE = new java.util.HashMap<>();
}
