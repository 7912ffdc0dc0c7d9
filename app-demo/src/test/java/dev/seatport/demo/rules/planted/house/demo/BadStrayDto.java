package dev.seatport.demo.rules.planted.house.demo;

record BadStrayDto(String value) {}
