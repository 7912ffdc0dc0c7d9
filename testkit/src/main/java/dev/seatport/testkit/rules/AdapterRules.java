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

    static List<ArchRule> of(House house) {
        List<ArchRule> rules = new ArrayList<>();
        List<String> adapters = adapters(house);
        if (!adapters.isEmpty()) {
            rules.add(oneDoor(house, adapters));
        }
        rules.add(dtosStayHome(house, adapters));
        return rules;
    }

    /** The plumbing that the vendors share is laid out as their adapters are. */
    private static List<String> adapters(House house) {
        return Stream.concat(house.adapters().values().stream(), house.packagesOf(List.of(House.HTTP)).stream())
                .toList();
    }

    private static ArchRule oneDoor(House house, List<String> adapters) {
        return classes()
                .that(House.in(adapters))
                .should(Conditions.nothingFoundBy(
                        "be internal, or an entry that stands beside the adapter's door",
                        type -> house.isInternal(type) ? Stream.empty() : doorWrongs(house, type)))
                .as("outside .internal an adapter has nothing but its entry types")
                .allowEmptyShould(false);
    }

    private static Stream<String> doorWrongs(House house, JavaClass type) {
        Stream<String> room = house.home(type).equals(Optional.of(type.getPackageName())) || isShared(house, type)
                ? Stream.empty()
                : Stream.of(type.getName() + " is in a room of its own outside .internal");
        Stream<String> port = type.isInterface()
                ? Stream.empty()
                : type.getAllRawInterfaces().stream()
                        .filter(House.in(house.packagesOf(List.of(House.PORTS))))
                        .map(found -> type.getName() + " implements " + found.getName() + " outside .internal");
        return Stream.concat(room, port);
    }

    /** What the plumbing shows to the adapters besides its door. */
    private static boolean isShared(House house, JavaClass type) {
        return house.packagesOf(List.of(House.HTTP)).stream()
                .flatMap(home -> SHARED_ROOMS.stream().map(room -> home + "." + room))
                .anyMatch(type.getPackageName()::equals);
    }

    private static ArchRule dtosStayHome(House house, List<String> adapters) {
        return classes()
                .that(House.in(house.packages().values()))
                // The simulators know nothing of the house, and so nothing of its names.
                .and(not(House.in(house.packagesOf(List.of(House.SANDBOX)))))
                .should(Conditions.nothingFoundBy(
                        "be a package-private record inside an adapter if they are a Dto",
                        type -> type.getSimpleName().endsWith("Dto")
                                ? dtoWrongs(house, adapters, type)
                                : Stream.empty()))
                .as("a Dto is a package-private record in an adapter's .internal")
                .allowEmptyShould(false);
    }

    private static Stream<String> dtoWrongs(House house, List<String> adapters, JavaClass type) {
        List<String> wrongs = new ArrayList<>();
        if (!type.isRecord()) {
            wrongs.add(type.getName() + " is no record");
        }
        if (type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED)) {
            wrongs.add(type.getName() + " can be seen outside its package");
        }
        if (!House.in(adapters).test(type) || !house.isInternal(type)) {
            wrongs.add(type.getName() + " is not in the .internal of an adapter");
        }
        return wrongs.stream();
    }
}
