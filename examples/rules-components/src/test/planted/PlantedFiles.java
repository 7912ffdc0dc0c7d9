// core-io
package com.example.cinema.program.domain.screening;

final class PlantedFiles {
    boolean isThere() {
        return java.nio.file.Files.exists(null);
    }
}
