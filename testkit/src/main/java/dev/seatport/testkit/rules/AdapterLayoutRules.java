package dev.seatport.testkit.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Layout of an adapter: public entry types in its root package, all other types in {@code .internal}. */
final class AdapterLayoutRules {
    private static final List<String> SHARED_PACKAGES = List.of("spi", "json");

    private AdapterLayoutRules() {}

    static List<ArchRule> of(ModuleLayout layout) {
        List<ArchRule> rules = new ArrayList<>();
        List<String> adapters = adapters(layout);
        if (!adapters.isEmpty()) {
            rules.add(entryTypesOnly(layout, adapters));
        }
        rules.add(dtosAreInternal(layout, adapters));
        return rules;
    }

    /** Includes the shared HTTP module, which has the same layout. */
    private static List<String> adapters(ModuleLayout layout) {
        return Stream.concat(
                        layout.adapters().values().stream(), layout.packagesOf(List.of(ModuleLayout.HTTP)).stream())
                .toList();
    }

    private static ArchRule entryTypesOnly(ModuleLayout layout, List<String> adapters) {
        return ArchRuleFactory.noViolations(
                "an adapter has only entry types outside .internal",
                ModuleLayout.in(adapters),
                type -> layout.isInternal(type) ? Stream.empty() : entryViolations(layout, type));
    }

    private static Stream<String> entryViolations(ModuleLayout layout, JavaClass type) {
        Stream<String> subpackage =
                layout.home(type).equals(Optional.of(type.getPackageName())) || isShared(layout, type)
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is in a subpackage outside .internal");
        Stream<String> port = type.isInterface()
                ? Stream.empty()
                : type.getAllRawInterfaces().stream()
                        .filter(ModuleLayout.in(layout.packagesOf(List.of(ModuleLayout.PORTS))))
                        .map(found -> type.getName() + " implements " + found.getName() + " outside .internal");
        return Stream.concat(subpackage, port);
    }

    /** Returns whether the type is in a package that the HTTP module offers to adapters. */
    private static boolean isShared(ModuleLayout layout, JavaClass type) {
        return layout.packagesOf(List.of(ModuleLayout.HTTP)).stream()
                .flatMap(home -> SHARED_PACKAGES.stream().map(shared -> home + "." + shared))
                .anyMatch(type.getPackageName()::equals);
    }

    private static ArchRule dtosAreInternal(ModuleLayout layout, List<String> adapters) {
        // The sandbox does not depend on the other modules and need not follow their naming.
        DescribedPredicate<JavaClass> sandbox = ModuleLayout.in(layout.packagesOf(List.of(ModuleLayout.SANDBOX)));
        return ArchRuleFactory.noViolations(
                "a Dto is a package-private record in an adapter's .internal",
                ModuleLayout.in(layout.packages().values()).and(not(sandbox)),
                type -> type.getSimpleName().endsWith("Dto") ? dtoViolations(layout, adapters, type) : Stream.empty());
    }

    private static Stream<String> dtoViolations(ModuleLayout layout, List<String> adapters, JavaClass type) {
        List<String> violations = new ArrayList<>();
        if (!type.isRecord()) {
            violations.add(type.getName() + " is not a record");
        }
        if (type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED)) {
            violations.add(type.getName() + " is visible outside its package");
        }
        if (!ModuleLayout.in(adapters).test(type) || !layout.isInternal(type)) {
            violations.add(type.getName() + " is not in the .internal of an adapter");
        }
        return violations.stream();
    }
}
