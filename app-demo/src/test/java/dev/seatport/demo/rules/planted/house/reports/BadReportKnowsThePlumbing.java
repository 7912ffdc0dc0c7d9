package dev.seatport.demo.rules.planted.house.reports;

import dev.seatport.demo.rules.planted.house.http.Client;

public record BadReportKnowsThePlumbing(Client client) {}
