// core-io
package com.example.bank.application.domain.model.transfer;

final class PlantedFiles {
    boolean isThere() {
        return java.nio.file.Files.exists(null);
    }
}
