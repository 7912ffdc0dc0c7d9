// dto-records
package com.example.bank.adapter.out.memory;

public final class PlantedRowDto {
    public String name = "";
}
