// public-signatures
package com.example.bank.application.port.out;

public interface PlantedLeak {
    com.example.bank.adapter.out.csv.internal.CsvLine leaked();
}
