// core-io
package com.example.lending.domain.loan;

final class PlantedFiles {
    boolean isThere() {
        return java.nio.file.Files.exists(null);
    }
}
