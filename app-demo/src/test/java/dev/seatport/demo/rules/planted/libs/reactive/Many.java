package dev.seatport.demo.rules.planted.libs.reactive;

/** Stands for what a reactive library offers. */
public interface Many<T> {}
