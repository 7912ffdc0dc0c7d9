// adapter-entry
package com.example.cinema.ticket.adapter.register;

public final class PlantedSecondEntry {}
