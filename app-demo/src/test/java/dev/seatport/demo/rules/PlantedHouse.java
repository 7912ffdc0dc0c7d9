package dev.seatport.demo.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.seatport.hexagon.Hexagon;
import java.util.List;

/**
 * Small project without violations, and classes with one violation each, whose names begin with {@code Bad}.
 */
final class PlantedHouse {
    static final String ROOT = "dev.seatport.demo.rules.planted.house";

    private static final String LIBRARIES = "dev.seatport.demo.rules.planted.libs";
    private static final JavaClasses ALL = new ClassFileImporter().importPackages(ROOT);

    private PlantedHouse() {}

    static Hexagon rules() {
        return SeatportArchitecture.layers(ROOT, LIBRARIES + ".wiring..", LIBRARIES + ".reactive..", "acme", "globex");
    }

    /** Returns the classes without violations and only these violators. */
    static JavaClasses with(String... violators) {
        List<String> included = List.of(violators);
        return ALL.that(DescribedPredicate.describe(
                "good or one of " + included,
                type -> !isBad(type) || included.contains(outermost(type).getSimpleName())));
    }

    static List<String> violators() {
        return ALL.stream()
                .filter(type -> type.getEnclosingClass().isEmpty() && isBad(type))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
    }

    private static boolean isBad(JavaClass type) {
        return outermost(type).getSimpleName().startsWith("Bad");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(PlantedHouse::outermost).orElse(type);
    }
}
