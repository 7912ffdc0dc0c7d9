package dev.seatport.testkit.rules.planted.http;

import dev.seatport.testkit.rules.planted.http.internal.Exchange;

public abstract class BadEntryIsMadeOfInternal implements Iterable<Exchange> {}
