// allowed-libraries
package com.example.lending.domain.loan;

public record PlantedAnnotation(@com.fasterxml.jackson.annotation.JsonProperty("id") String id) {}
