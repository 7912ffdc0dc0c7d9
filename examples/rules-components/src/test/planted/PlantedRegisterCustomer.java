// core-names
package com.example.cinema.program.domain.screening;

public record PlantedRegisterCustomer(String id) {}
