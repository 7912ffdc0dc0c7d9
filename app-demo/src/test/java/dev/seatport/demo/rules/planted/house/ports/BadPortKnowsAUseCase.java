package dev.seatport.demo.rules.planted.house.ports;

import dev.seatport.demo.rules.planted.house.application.AddToReport;

public interface BadPortKnowsAUseCase {
    AddToReport useCase();
}
