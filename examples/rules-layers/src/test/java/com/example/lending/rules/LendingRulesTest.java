package com.example.lending.rules;

import dev.seatport.hexagon.Hexagon;
import dev.seatport.hexagon.RuleProof;
import org.junit.jupiter.api.Test;

class LendingRulesTest {
    static final Hexagon RULES = Hexagon.of("com.example.lending")
            .domain("domain..")
            .ports("ports..")
            .application("application..")
            .adapter("files", "adapter.files..")
            .adapter("mail", "adapter.mail..")
            .inbound("cli", "cli..")
            .outermost("main", ".");

    @Test
    void projectFollowsTheRules() {
        RULES.check();
    }

    @Test
    void everyRuleReportsItsViolation() {
        RuleProof.of(RULES, RULES.importClasses()).everyRuleReportsItsViolation();
    }
}
