package com.example.acmetests;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.seatport.hexagon.Hexagon;
import dev.seatport.hexagon.RuleGroup;
import org.junit.jupiter.api.Test;

// begin: rules
class AcmeHouseRulesTest {
    @Test
    void adapterFollowsTheArchitectureRules() {
        Hexagon.of("com.example.acme", "dev.seatport")
                .allowEverywhere("org.jspecify..")
                .domain("dev.seatport.domain..")
                .ports("dev.seatport.ports..")
                .adapterSupport("http", "dev.seatport.http..")
                .layer("rest of Seatport", "dev.seatport..")
                .mayUse("rest of Seatport", "domain", "ports", "http")
                .adapter("acme", "..")
                .entryPackages("acme", ".")
                .implementPortsInternally("acme")
                .ambientIn("acme")
                .notInSignatures("io.smallrye.mutiny..")
                .with(RuleGroup.NULLNESS, RuleGroup.SUFFIXES)
                .check(new ClassFileImporter().importPackages("com.example.acme", "dev.seatport"));
    }
}
// end: rules
