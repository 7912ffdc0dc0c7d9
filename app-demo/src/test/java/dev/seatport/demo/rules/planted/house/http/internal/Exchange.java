package dev.seatport.demo.rules.planted.house.http.internal;

public final class Exchange {
    public String run() {
        return new TokenDto("secret").text();
    }

    record TokenDto(String text) {}
}
