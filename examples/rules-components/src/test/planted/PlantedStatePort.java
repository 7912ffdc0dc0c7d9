// stateless-ports
package com.example.cinema.program.spi;

public interface PlantedStatePort {
    java.util.Map<String, String> CACHE = new java.util.HashMap<>();
}
