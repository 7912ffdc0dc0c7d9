// public-signatures
package com.example.lending.ports;

public interface PlantedLeak {
    com.example.lending.adapter.files.internal.LoanLine leaked();
}
