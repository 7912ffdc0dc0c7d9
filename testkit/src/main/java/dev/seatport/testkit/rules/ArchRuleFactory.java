package dev.seatport.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Creates ArchUnit rules from functions that return the violations of a class. */
final class ArchRuleFactory {
    private ArchRuleFactory() {}

    /**
     * Returns a rule that holds if none of the classes has a violation. It fails if there are no such classes.
     *
     * @param description text of the rule
     * @param types classes that the rule checks
     * @param violations returns one sentence for each violation of a class
     */
    static ArchRule noViolations(
            String description, DescribedPredicate<JavaClass> types, Function<JavaClass, Stream<String>> violations) {
        ArchCondition<JavaClass> condition = new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations
                        .apply(type)
                        .distinct()
                        .forEach(violation -> events.add(SimpleConditionEvent.violated(
                                type, violation + " in " + type.getSourceCodeLocation())));
            }
        };
        return classes().that(types).should(condition).as(description).allowEmptyShould(false);
    }
}
