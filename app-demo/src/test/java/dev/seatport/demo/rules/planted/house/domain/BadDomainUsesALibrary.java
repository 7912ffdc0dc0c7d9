package dev.seatport.demo.rules.planted.house.domain;

import dev.seatport.demo.rules.planted.libs.reactive.Many;

public record BadDomainUsesALibrary(Many<String> rows) {}
