package dev.seatport.testkit.rules.planted.http.internal;

public final class Exchange {
    public String run() {
        return new TokenDto("secret").text();
    }

    record TokenDto(String text) {}
}
