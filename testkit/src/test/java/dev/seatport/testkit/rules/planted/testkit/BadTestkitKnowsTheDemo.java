package dev.seatport.testkit.rules.planted.testkit;

import dev.seatport.testkit.rules.planted.demo.Main;

final class BadTestkitKnowsTheDemo {
    void run() {
        Main.run();
    }
}
