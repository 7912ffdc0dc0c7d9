package dev.seatport.sandbox.exchange;

/**
 * One header line of an answer.
 *
 * @param name its name
 * @param value its value, written as it is
 */
public record Header(String name, String value) {}
