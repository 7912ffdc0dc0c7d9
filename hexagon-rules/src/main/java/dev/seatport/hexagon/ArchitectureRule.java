package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One rule.
 *
 * @param id name in messages and exceptions
 * @param group the group that switches it
 * @param statement what holds, for the title of an ArchUnit rule
 * @param search finds the violations
 */
record ArchitectureRule(String id, RuleGroup group, String statement, Search search) {
    /** Finds the violations of a rule. */
    interface Search {
        Stream<Violation> violations(Layout layout, Collection<JavaClass> classes);
    }

    static List<ArchitectureRule> all() {
        return Stream.of(
                        DependencyRules.rules(),
                        PublicTypeRules.rules(),
                        ValueRules.rules(),
                        AmbientRules.rules(),
                        StructureRules.rules())
                .flatMap(List::stream)
                .toList();
    }

    Stream<Violation> violations(Layout layout, Collection<JavaClass> classes) {
        return search.violations(layout, classes).distinct();
    }

    /** Returns this rule for ArchUnit, without the violations that have an exception. */
    ArchRule toArchRule(Layout layout, Predicate<Violation> isReported) {
        return ArchRuleDefinition.classes()
                .should(new ArchCondition<>(statement) {
                    private List<JavaClass> classes = List.of();

                    @Override
                    public void init(Collection<JavaClass> all) {
                        classes = List.copyOf(all);
                    }

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        // The rule sees all classes at once, in finish.
                    }

                    @Override
                    public void finish(ConditionEvents events) {
                        violations(layout, classes)
                                .filter(isReported)
                                .forEach(found ->
                                        events.add(SimpleConditionEvent.violated(found.subject(), found.toString())));
                    }
                })
                .as(id + ": " + statement)
                .allowEmptyShould(true);
    }
}
