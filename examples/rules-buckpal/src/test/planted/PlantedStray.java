// layer-coverage
package com.example.bank.attic;

final class PlantedStray {}
