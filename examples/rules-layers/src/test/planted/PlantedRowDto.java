// dto-records
package com.example.lending.adapter.mail;

public final class PlantedRowDto {
    public String name = "";
}
