// allowed-libraries
package com.example.bank.application.domain.model.transfer;

public record PlantedAnnotation(@com.fasterxml.jackson.annotation.JsonProperty("id") String id) {}
