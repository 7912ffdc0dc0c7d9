package dev.seatport.testkit.rules.planted.domain.internal;

public final class Spelling {
    private Spelling() {}

    public static void require(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
    }
}
