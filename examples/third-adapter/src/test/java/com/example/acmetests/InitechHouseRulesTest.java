package com.example.acmetests;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.seatport.hexagon.Hexagon;
import dev.seatport.hexagon.RuleGroup;
import org.junit.jupiter.api.Test;

class InitechHouseRulesTest {
    @Test
    void adapterFollowsTheArchitectureRules() {
        Hexagon.of("com.example.initech", "dev.seatport")
                .allowEverywhere("org.jspecify..")
                .domain("dev.seatport.domain..")
                .ports("dev.seatport.ports..")
                .adapterSupport("http", "dev.seatport.http..")
                .layer("rest of Seatport", "dev.seatport..")
                .mayUse("rest of Seatport", "domain", "ports", "http")
                .adapter("initech", "..")
                .entryPackages("initech", ".")
                .implementPortsInternally("initech")
                .ambientIn("initech")
                .with(RuleGroup.NULLNESS, RuleGroup.SUFFIXES)
                .check(new ClassFileImporter().importPackages("com.example.initech", "dev.seatport"));
    }
}
