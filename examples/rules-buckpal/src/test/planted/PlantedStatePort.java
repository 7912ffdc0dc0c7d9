// stateless-ports
package com.example.bank.application.port.out;

public interface PlantedStatePort {
    java.util.Map<String, String> CACHE = new java.util.HashMap<>();
}
