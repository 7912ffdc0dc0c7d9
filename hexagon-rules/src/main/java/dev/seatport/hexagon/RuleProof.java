package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves that the rules of a declaration fail: generates classes with one violation each in the layers of the project,
 * compiles them into a temporary folder and checks them together with the project. Needs a JDK.
 *
 * <pre>{@code
 * RuleProof.of(hexagon, hexagon.importClasses()).everyRuleReportsItsViolation();
 * }</pre>
 */
public final class RuleProof {
    private final Hexagon hexagon;
    private final List<JavaClass> project;

    private RuleProof(Hexagon hexagon, JavaClasses classes) {
        this.hexagon = hexagon;
        this.project = classes.stream().toList();
    }

    /** Returns the proof for the layers that have classes in the project. */
    public static RuleProof of(Hexagon hexagon, JavaClasses classes) {
        return new RuleProof(hexagon, classes);
    }

    /**
     * Proves all rules that are switched on.
     *
     * @throws AssertionError with one line for each violating class that its rule does not report
     */
    public void everyRuleReportsItsViolation() {
        List<String> silent = silent(ViolatingSources.of(hexagon, project));
        if (!silent.isEmpty()) {
            throw new AssertionError(
                    "rules that do not fail:" + System.lineSeparator() + String.join(System.lineSeparator(), silent));
        }
    }

    /**
     * Returns whether a rule reports all of its violating classes.
     *
     * @param rule id of the rule
     * @throws IllegalArgumentException if no layer of this project can break the rule
     */
    public boolean reportsItsViolation(String rule) {
        List<ViolatingSources.Violator> plants = ViolatingSources.of(hexagon, project).stream()
                .filter(plant -> plant.rule().equals(rule))
                .toList();
        if (plants.isEmpty()) {
            throw new IllegalArgumentException(rule + " cannot be broken in this project, see provableRules()");
        }
        return silent(plants).isEmpty();
    }

    /** Returns the ids of the rules that a class in this project could break. */
    public Set<String> provableRules() {
        return ViolatingSources.of(hexagon, project).stream()
                .map(ViolatingSources.Violator::rule)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns the violations of the project with these classes.
     *
     * @param sources Java sources, each with a package and one outermost type
     */
    public List<Violation> violationsWith(String... sources) {
        return SourceCompiler.compile(project, List.of(sources), planted -> hexagon.violations(together(planted)));
    }

    private List<JavaClass> together(JavaClasses planted) {
        return Stream.concat(project.stream(), planted.stream()).toList();
    }

    private List<String> silent(List<ViolatingSources.Violator> plants) {
        List<String> sources = plants.stream()
                .flatMap(plant -> plant.sources().stream())
                .distinct()
                .toList();
        return SourceCompiler.compile(project, sources, planted -> silent(plants, together(planted)));
    }

    private List<String> silent(List<ViolatingSources.Violator> plants, List<JavaClass> classes) {
        List<String> silent = new ArrayList<>();
        for (ArchitectureRule rule : hexagon.active().toList()) {
            Set<String> reports = rule.violations(hexagon.layout(), classes)
                    .map(Violation::toString)
                    .collect(Collectors.toSet());
            plants.stream()
                    .filter(plant -> plant.rule().equals(rule.id()))
                    .filter(plant -> reports.stream().noneMatch(report -> report.contains(plant.mark())))
                    .map(plant -> rule.id() + " does not report " + plant.mark())
                    .forEach(silent::add);
        }
        return silent;
    }
}
