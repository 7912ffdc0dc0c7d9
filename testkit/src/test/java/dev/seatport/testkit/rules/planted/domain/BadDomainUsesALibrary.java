package dev.seatport.testkit.rules.planted.domain;

import dev.seatport.testkit.rules.planted.libs.reactive.Many;

public record BadDomainUsesALibrary(Many<String> rows) {}
