package dev.seatport.testkit.rules.planted.http;

import dev.seatport.testkit.rules.planted.libs.reactive.Many;

public interface BadEntryShowsReactive {
    Many<String> rows();
}
