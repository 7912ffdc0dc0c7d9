package dev.seatport.demo.rules.planted.house.acme.internal;

final class BadLoader {
    Class<?> other() throws ClassNotFoundException {
        return Class.forName("dev.seatport.demo.rules.planted.house.globex.Globex");
    }
}
