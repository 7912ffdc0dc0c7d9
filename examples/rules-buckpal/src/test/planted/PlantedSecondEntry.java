// adapter-entry
package com.example.bank.adapter.out.memory;

public final class PlantedSecondEntry {}
