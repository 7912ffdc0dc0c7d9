package dev.seatport.demo.rules.planted.libs.wiring;

/** Stands for what a wiring library offers. */
public @interface Component {}
