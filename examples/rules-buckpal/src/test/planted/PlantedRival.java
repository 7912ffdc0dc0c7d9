// layer-dependencies
package com.example.bank.adapter.out.memory;

final class PlantedRival {
    Object other() {
        return com.example.bank.adapter.out.csv.CsvTransfers.class;
    }
}
