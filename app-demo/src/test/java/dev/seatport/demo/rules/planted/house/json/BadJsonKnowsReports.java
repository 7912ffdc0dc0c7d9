package dev.seatport.demo.rules.planted.house.json;

import dev.seatport.demo.rules.planted.house.reports.SeatTable;

public record BadJsonKnowsReports(SeatTable table) {}
