// layer-coverage
package com.example.cinema.ticket.attic;

final class PlantedStray {}
