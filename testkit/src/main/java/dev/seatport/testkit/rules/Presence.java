package dev.seatport.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Guards the rules themselves: a rule about a package that does not exist, on either side of its arrow, can never fail.
 */
final class Presence {
    private final House house;
    private final JavaClasses classes;
    private final List<String> missing = new ArrayList<>();

    private Presence(House house, JavaClasses classes) {
        this.house = house;
        this.classes = classes;
    }

    /** One sentence for each thing that a rule names and that is not there. */
    static List<String> missing(House house, JavaClasses classes) {
        Presence presence = new Presence(house, classes);
        presence.modules();
        presence.internals();
        presence.library(House.DEMO, house.libraries().wiring());
        presence.library(House.APPLICATION, house.libraries().reactive());
        return presence.missing;
    }

    private void modules() {
        for (Map.Entry<String, String> module : house.packages().entrySet()) {
            if (classes.stream().noneMatch(type -> isCode(type) && House.isIn(type, module.getValue()))) {
                missing.add("package " + module.getValue() + " of " + module.getKey()
                        + " holds no classes: misspelt, or not imported");
            }
        }
    }

    private void internals() {
        if (classes.stream().noneMatch(house::isInternal)) {
            missing.add("no module has anything in a package named internal");
        }
    }

    /** A library that not even its rightful user depends on is misspelt, and then nobody can be caught using it. */
    private void library(String user, String library) {
        String home = house.modules().get(user);
        if (home != null
                && classes.stream()
                        .filter(type -> House.isIn(type, home))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .noneMatch(dependency -> House.isIn(dependency.getTargetClass(), library))) {
            missing.add(library + " is not used by " + user + ": misspelt, or no longer the library");
        }
    }

    private static boolean isCode(JavaClass type) {
        return !type.getSimpleName().equals("package-info");
    }
}
