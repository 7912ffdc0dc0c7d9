package dev.seatport.testkit.rules.planted.reports;

import dev.seatport.testkit.rules.planted.http.Client;

public record BadReportKnowsThePlumbing(Client client) {}
