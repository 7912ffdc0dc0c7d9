package dev.seatport.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns a function that names what is wrong with a class into a condition. */
final class ArchConditions {
    private ArchConditions() {}

    /**
     * A condition that holds where {@code wrongs} finds nothing.
     *
     * @param description what a class should do, to be read after "should"
     * @param wrongs one sentence for each thing that is wrong
     */
    static ArchCondition<JavaClass> nothingFoundBy(String description, Function<JavaClass, Stream<String>> wrongs) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                wrongs.apply(type)
                        .distinct()
                        .forEach(wrong -> events.add(
                                SimpleConditionEvent.violated(type, wrong + " in " + type.getSourceCodeLocation())));
            }
        };
    }
}
