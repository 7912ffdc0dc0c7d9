// adapter-entry
package com.example.lending.adapter.mail;

public final class PlantedSecondEntry {}
