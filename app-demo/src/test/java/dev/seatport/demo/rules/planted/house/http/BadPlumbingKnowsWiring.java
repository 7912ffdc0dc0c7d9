package dev.seatport.demo.rules.planted.house.http;

import dev.seatport.demo.rules.planted.libs.wiring.Component;

@Component
final class BadPlumbingKnowsWiring {}
