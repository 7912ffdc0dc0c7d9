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

    static List<ArchRule> of(House house) {
        List<ArchRule> rules = new ArrayList<>();
        rules.add(allowed(house, House.DOMAIN, List.of()));
        rules.add(allowed(house, House.PORTS, List.of(House.DOMAIN)));
        if (house.modules().containsKey(House.APPLICATION)) {
            rules.add(allowed(
                    house,
                    House.APPLICATION,
                    List.of(House.DOMAIN, House.PORTS),
                    house.libraries().reactive()));
        }
        house.packages().keySet().stream()
                .filter(name -> !House.CORE.contains(name))
                .filter(name -> !house.forbiddenTo(name).isEmpty())
                .forEach(name -> rules.add(inwardOnly(house, name)));
        rules.add(noCircles(house));
        rules.add(internalStaysInside(house));
        rules.add(wiringInTheDemoOnly(house));
        return rules;
    }

    /** For the core a list of what is allowed: a list of what is not would miss the library that comes next. */
    private static ArchRule allowed(House house, String name, List<String> inward, String... libraries) {
        String own = house.modules().get(name);
        List<String> all = Stream.of(
                        Stream.of(own, "java", house.libraries().nullness()),
                        house.packagesOf(inward).stream(),
                        Stream.of(libraries))
                .flatMap(packages -> packages)
                .toList();
        return classes()
                .that(House.in(List.of(own)))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(House.patterns(all))
                .as(name + " knows only " + String.join(", ", all))
                .allowEmptyShould(false);
    }

    private static ArchRule inwardOnly(House house, String name) {
        List<String> forbidden = house.forbiddenTo(name);
        return noClasses()
                .that(House.in(List.of(house.packages().getOrDefault(name, name))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(House.patterns(forbidden))
                .as(name + " does not know " + String.join(", ", forbidden))
                .allowEmptyShould(false);
    }

    /** Packages that need each other in a circle can only be understood, tested and moved together. */
    private static ArchRule noCircles(House house) {
        SliceAssignment packages = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return house.home(type).isPresent()
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

    private static ArchRule internalStaysInside(House house) {
        return classes()
                .that(House.in(house.packages().values()))
                .should(Conditions.nothingFoundBy(
                        "know no internal class of another module",
                        type -> type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> house.isInternal(dependency.getTargetClass()))
                                .filter(dependency -> !sameHome(house, type, dependency.getTargetClass()))
                                .map(dependency -> dependency.getDescription())))
                .as("what is internal to a module is known to no other")
                .allowEmptyShould(false);
    }

    private static boolean sameHome(House house, JavaClass one, JavaClass other) {
        return house.home(one).equals(house.home(other));
    }

    private static ArchRule wiringInTheDemoOnly(House house) {
        String wiring = house.libraries().wiring();
        List<String> demo = house.packagesOf(List.of(House.DEMO));
        return noClasses()
                .that(House.in(house.packages().values()))
                .and(not(House.in(demo)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(wiring + "..")
                .as("only the demo knows " + wiring)
                .allowEmptyShould(false);
    }
}
