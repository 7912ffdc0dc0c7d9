package dev.seatport.demo.rules.planted.house.http;

import dev.seatport.demo.rules.planted.libs.reactive.Many;

public interface BadEntryShowsReactive {
    Many<String> rows();
}
