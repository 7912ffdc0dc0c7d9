package dev.seatport.demo.rules.planted.house.domain;

import java.nio.file.Files;
import java.nio.file.Path;

final class BadFileReader {
    boolean exists(Path file) {
        return Files.exists(file);
    }
}
