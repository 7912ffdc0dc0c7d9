// reflective-dependencies
package com.example.lending.adapter.mail;

final class PlantedReflection {
    Object other() throws ReflectiveOperationException {
        return Class.forName("com.example.lending.adapter.files.FileLoans");
    }
}
