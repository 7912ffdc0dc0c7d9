package dev.seatport.testkit.rules.planted.demo;

record BadStrayDto(String value) {}
