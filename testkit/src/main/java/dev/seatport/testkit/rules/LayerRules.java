package dev.seatport.testkit.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Allowed dependencies between modules. */
final class LayerRules {
    private LayerRules() {}

    static List<ArchRule> of(ModuleLayout layout) {
        List<ArchRule> rules = new ArrayList<>();
        rules.add(allowed(layout, ModuleLayout.DOMAIN, List.of()));
        rules.add(allowed(layout, ModuleLayout.PORTS, List.of(ModuleLayout.DOMAIN)));
        if (layout.modules().containsKey(ModuleLayout.APPLICATION)) {
            rules.add(allowed(
                    layout,
                    ModuleLayout.APPLICATION,
                    List.of(ModuleLayout.DOMAIN, ModuleLayout.PORTS),
                    layout.libraries().reactive()));
        }
        layout.packages().keySet().stream()
                .filter(name -> !ModuleLayout.CORE.contains(name))
                .filter(name -> !layout.forbiddenTo(name).isEmpty())
                .forEach(name -> rules.add(inwardOnly(layout, name)));
        rules.add(noCycles(layout));
        rules.add(noInternalDependencies(layout));
        rules.add(wiringOnlyInTheDemo(layout));
        return rules;
    }

    /** The core has an allow-list: a deny-list would miss the next new library. */
    private static ArchRule allowed(ModuleLayout layout, String name, List<String> inward, String... libraries) {
        String own = layout.modules().get(name);
        List<String> all = Stream.of(
                        Stream.of(own, "java", layout.libraries().nullness()),
                        layout.packagesOf(inward).stream(),
                        Stream.of(libraries))
                .flatMap(packages -> packages)
                .toList();
        return classes()
                .that(ModuleLayout.in(List.of(own)))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ModuleLayout.patterns(all))
                .as(name + " depends only on " + String.join(", ", all))
                .allowEmptyShould(false);
    }

    private static ArchRule inwardOnly(ModuleLayout layout, String name) {
        List<String> forbidden = layout.forbiddenTo(name);
        return noClasses()
                .that(ModuleLayout.in(List.of(layout.packages().getOrDefault(name, name))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ModuleLayout.patterns(forbidden))
                .as(name + " does not depend on " + String.join(", ", forbidden))
                .allowEmptyShould(false);
    }

    /** Packages in a cycle can only be understood, tested and moved together. */
    private static ArchRule noCycles(ModuleLayout layout) {
        SliceAssignment packages = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return layout.home(type).isPresent()
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
        return slices().assignedFrom(packages)
                .should()
                .beFreeOfCycles()
                .as("no cycles between packages")
                .allowEmptyShould(false);
    }

    private static ArchRule noInternalDependencies(ModuleLayout layout) {
        return ArchRuleFactory.noViolations(
                "no module depends on an internal class of another module",
                ModuleLayout.in(layout.packages().values()),
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> layout.isInternal(dependency.getTargetClass()))
                        .filter(dependency -> !sameHome(layout, type, dependency.getTargetClass()))
                        .map(dependency -> dependency.getDescription()));
    }

    private static boolean sameHome(ModuleLayout layout, JavaClass one, JavaClass other) {
        return layout.home(one).equals(layout.home(other));
    }

    private static ArchRule wiringOnlyInTheDemo(ModuleLayout layout) {
        String wiring = layout.libraries().wiring();
        List<String> demo = layout.packagesOf(List.of(ModuleLayout.DEMO));
        return noClasses()
                .that(ModuleLayout.in(layout.packages().values()))
                .and(not(ModuleLayout.in(demo)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(wiring + "..")
                .as("only the demo depends on " + wiring)
                .allowEmptyShould(false);
    }
}
