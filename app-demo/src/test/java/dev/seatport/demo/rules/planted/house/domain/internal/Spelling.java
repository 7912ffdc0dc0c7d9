package dev.seatport.demo.rules.planted.house.domain.internal;

public final class Spelling {
    private Spelling() {}

    public static void require(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
    }
}
