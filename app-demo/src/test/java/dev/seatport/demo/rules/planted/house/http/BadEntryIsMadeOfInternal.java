package dev.seatport.demo.rules.planted.house.http;

import dev.seatport.demo.rules.planted.house.http.internal.Exchange;

public abstract class BadEntryIsMadeOfInternal implements Iterable<Exchange> {}
