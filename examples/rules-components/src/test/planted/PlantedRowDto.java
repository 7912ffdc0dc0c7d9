// dto-records
package com.example.cinema.ticket.adapter.register;

public final class PlantedRowDto {
    public String name = "";
}
