package dev.seatport.demo.rules.planted.house.application.httpclient;

public final class BadClientRoom {}
