package dev.seatport.testkit.rules.planted.sandbox;

/** Sandboxes know nothing of the house, its names included. */
public class PretendVendorDto {}
