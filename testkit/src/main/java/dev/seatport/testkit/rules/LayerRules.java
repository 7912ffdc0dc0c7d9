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

/** Who may know whom. */
final class LayerRules {
    private LayerRules() {}

    static List<ArchRule> of(ModuleLayout moduleLayout) {
        List<ArchRule> rules = new ArrayList<>();
        rules.add(allowed(moduleLayout, ModuleLayout.DOMAIN, List.of()));
        rules.add(allowed(moduleLayout, ModuleLayout.PORTS, List.of(ModuleLayout.DOMAIN)));
        if (moduleLayout.modules().containsKey(ModuleLayout.APPLICATION)) {
            rules.add(allowed(
                    moduleLayout,
                    ModuleLayout.APPLICATION,
                    List.of(ModuleLayout.DOMAIN, ModuleLayout.PORTS),
                    moduleLayout.libraries().reactive()));
        }
        moduleLayout.packages().keySet().stream()
                .filter(name -> !ModuleLayout.CORE.contains(name))
                .filter(name -> !moduleLayout.forbiddenTo(name).isEmpty())
                .forEach(name -> rules.add(inwardOnly(moduleLayout, name)));
        rules.add(noCircles(moduleLayout));
        rules.add(internalStaysInside(moduleLayout));
        rules.add(wiringInTheDemoOnly(moduleLayout));
        return rules;
    }

    /** For the core a list of what is allowed: a list of what is not would miss the library that comes next. */
    private static ArchRule allowed(ModuleLayout moduleLayout, String name, List<String> inward, String... libraries) {
        String own = moduleLayout.modules().get(name);
        List<String> all = Stream.of(
                        Stream.of(own, "java", moduleLayout.libraries().nullness()),
                        moduleLayout.packagesOf(inward).stream(),
                        Stream.of(libraries))
                .flatMap(packages -> packages)
                .toList();
        return classes()
                .that(ModuleLayout.in(List.of(own)))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ModuleLayout.patterns(all))
                .as(name + " knows only " + String.join(", ", all))
                .allowEmptyShould(false);
    }

    private static ArchRule inwardOnly(ModuleLayout moduleLayout, String name) {
        List<String> forbidden = moduleLayout.forbiddenTo(name);
        return noClasses()
                .that(ModuleLayout.in(List.of(moduleLayout.packages().getOrDefault(name, name))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ModuleLayout.patterns(forbidden))
                .as(name + " does not know " + String.join(", ", forbidden))
                .allowEmptyShould(false);
    }

    /** Packages that need each other in a circle can only be understood, tested and moved together. */
    private static ArchRule noCircles(ModuleLayout moduleLayout) {
        SliceAssignment packages = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return moduleLayout.home(type).isPresent()
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
                .as("no packages need each other in a circle")
                .allowEmptyShould(false);
    }

    private static ArchRule internalStaysInside(ModuleLayout moduleLayout) {
        return classes()
                .that(ModuleLayout.in(moduleLayout.packages().values()))
                .should(ArchConditions.nothingFoundBy(
                        "know no internal class of another module",
                        type -> type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> moduleLayout.isInternal(dependency.getTargetClass()))
                                .filter(dependency -> !sameHome(moduleLayout, type, dependency.getTargetClass()))
                                .map(dependency -> dependency.getDescription())))
                .as("what is internal to a module is known to no other")
                .allowEmptyShould(false);
    }

    private static boolean sameHome(ModuleLayout moduleLayout, JavaClass one, JavaClass other) {
        return moduleLayout.home(one).equals(moduleLayout.home(other));
    }

    private static ArchRule wiringInTheDemoOnly(ModuleLayout moduleLayout) {
        String wiring = moduleLayout.libraries().wiring();
        List<String> demo = moduleLayout.packagesOf(List.of(ModuleLayout.DEMO));
        return noClasses()
                .that(ModuleLayout.in(moduleLayout.packages().values()))
                .and(not(ModuleLayout.in(demo)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(wiring + "..")
                .as("only the demo knows " + wiring)
                .allowEmptyShould(false);
    }
}
