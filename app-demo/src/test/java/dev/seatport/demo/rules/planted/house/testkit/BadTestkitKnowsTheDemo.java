package dev.seatport.demo.rules.planted.house.testkit;

import dev.seatport.demo.rules.planted.house.demo.Main;

final class BadTestkitKnowsTheDemo {
    void run() {
        Main.run();
    }
}
