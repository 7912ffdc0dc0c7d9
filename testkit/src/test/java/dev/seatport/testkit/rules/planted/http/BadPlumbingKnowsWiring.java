package dev.seatport.testkit.rules.planted.http;

import dev.seatport.testkit.rules.planted.libs.wiring.Component;

@Component
final class BadPlumbingKnowsWiring {}
