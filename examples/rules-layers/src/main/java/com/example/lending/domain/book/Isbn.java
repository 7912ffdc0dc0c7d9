package com.example.lending.domain.book;

/** Number of a book. */
public record Isbn(String digits) {}
