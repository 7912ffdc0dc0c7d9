package dev.seatport.testkit.rules.planted.ports;

import dev.seatport.testkit.rules.planted.application.AddToReport;

public interface BadPortKnowsAUseCase {
    AddToReport useCase();
}
