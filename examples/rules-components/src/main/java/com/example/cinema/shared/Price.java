package com.example.cinema.shared;

/** Price in cents. */
public record Price(long cents) {}
