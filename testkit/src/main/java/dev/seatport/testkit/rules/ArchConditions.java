package dev.seatport.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Creates ArchUnit conditions from functions that return the violations of a class. */
final class ArchConditions {
    private ArchConditions() {}

    /**
     * Returns a condition that holds if a class has no violations.
     *
     * @param description text after "should"
     * @param violations returns one sentence for each violation
     */
    static ArchCondition<JavaClass> noViolations(String description, Function<JavaClass, Stream<String>> violations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations
                        .apply(type)
                        .distinct()
                        .forEach(violation -> events.add(SimpleConditionEvent.violated(
                                type, violation + " in " + type.getSourceCodeLocation())));
            }
        };
    }
}
