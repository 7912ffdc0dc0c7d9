package dev.seatport.testkit.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an adapter is laid out: a door, and behind it what nobody sees. */
final class AdapterRules {
    private static final List<String> SHARED_ROOMS = List.of("spi", "json");

    private AdapterRules() {}

    static List<ArchRule> of(ModuleLayout moduleLayout) {
        List<ArchRule> rules = new ArrayList<>();
        List<String> adapters = adapters(moduleLayout);
        if (!adapters.isEmpty()) {
            rules.add(oneDoor(moduleLayout, adapters));
        }
        rules.add(dtosStayHome(moduleLayout, adapters));
        return rules;
    }

    /** The plumbing that the vendors share is laid out as their adapters are. */
    private static List<String> adapters(ModuleLayout moduleLayout) {
        return Stream.concat(
                        moduleLayout.adapters().values().stream(),
                        moduleLayout.packagesOf(List.of(ModuleLayout.HTTP)).stream())
                .toList();
    }

    private static ArchRule oneDoor(ModuleLayout moduleLayout, List<String> adapters) {
        return classes()
                .that(ModuleLayout.in(adapters))
                .should(ArchConditions.nothingFoundBy(
                        "be internal, or an entry that stands beside the adapter's door",
                        type -> moduleLayout.isInternal(type) ? Stream.empty() : doorWrongs(moduleLayout, type)))
                .as("outside .internal an adapter has nothing but its entry types")
                .allowEmptyShould(false);
    }

    private static Stream<String> doorWrongs(ModuleLayout moduleLayout, JavaClass type) {
        Stream<String> room =
                moduleLayout.home(type).equals(Optional.of(type.getPackageName())) || isShared(moduleLayout, type)
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is in a room of its own outside .internal");
        Stream<String> port = type.isInterface()
                ? Stream.empty()
                : type.getAllRawInterfaces().stream()
                        .filter(ModuleLayout.in(moduleLayout.packagesOf(List.of(ModuleLayout.PORTS))))
                        .map(found -> type.getName() + " implements " + found.getName() + " outside .internal");
        return Stream.concat(room, port);
    }

    /** What the plumbing shows to the adapters besides its door. */
    private static boolean isShared(ModuleLayout moduleLayout, JavaClass type) {
        return moduleLayout.packagesOf(List.of(ModuleLayout.HTTP)).stream()
                .flatMap(home -> SHARED_ROOMS.stream().map(room -> home + "." + room))
                .anyMatch(type.getPackageName()::equals);
    }

    private static ArchRule dtosStayHome(ModuleLayout moduleLayout, List<String> adapters) {
        return classes()
                .that(ModuleLayout.in(moduleLayout.packages().values()))
                // The simulators know nothing of the house, and so nothing of its names.
                .and(not(ModuleLayout.in(moduleLayout.packagesOf(List.of(ModuleLayout.SANDBOX)))))
                .should(ArchConditions.nothingFoundBy(
                        "be a package-private record inside an adapter if they are a Dto",
                        type -> type.getSimpleName().endsWith("Dto")
                                ? dtoWrongs(moduleLayout, adapters, type)
                                : Stream.empty()))
                .as("a Dto is a package-private record in an adapter's .internal")
                .allowEmptyShould(false);
    }

    private static Stream<String> dtoWrongs(ModuleLayout moduleLayout, List<String> adapters, JavaClass type) {
        List<String> wrongs = new ArrayList<>();
        if (!type.isRecord()) {
            wrongs.add(type.getName() + " is no record");
        }
        if (type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED)) {
            wrongs.add(type.getName() + " can be seen outside its package");
        }
        if (!ModuleLayout.in(adapters).test(type) || !moduleLayout.isInternal(type)) {
            wrongs.add(type.getName() + " is not in the .internal of an adapter");
        }
        return wrongs.stream();
    }
}
