package dev.seatport.testkit.rules.planted.json;

import dev.seatport.testkit.rules.planted.reports.SeatTable;

public record BadJsonKnowsReports(SeatTable table) {}
