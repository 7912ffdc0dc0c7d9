// allowed-libraries
package com.example.cinema.program.domain.screening;

public record PlantedAnnotation(@com.fasterxml.jackson.annotation.JsonProperty("id") String id) {}
