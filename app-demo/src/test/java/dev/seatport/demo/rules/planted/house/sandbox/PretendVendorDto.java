package dev.seatport.demo.rules.planted.house.sandbox;

/** Sandboxes know nothing of the house, its names included. */
public class PretendVendorDto {}
