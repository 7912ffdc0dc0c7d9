// reflective-dependencies
package com.example.bank.adapter.out.memory;

final class PlantedReflection {
    Object other() throws ReflectiveOperationException {
        return Class.forName("com.example.bank.adapter.out.csv.CsvTransfers");
    }
}
