// layer-coverage
package com.example.lending.attic;

final class PlantedStray {}
