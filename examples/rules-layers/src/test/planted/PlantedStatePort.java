// stateless-ports
package com.example.lending.ports;

public interface PlantedStatePort {
    java.util.Map<String, String> CACHE = new java.util.HashMap<>();
}
