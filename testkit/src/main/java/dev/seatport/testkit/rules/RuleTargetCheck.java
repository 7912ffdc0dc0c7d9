package dev.seatport.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks that the packages and libraries in the rules exist. A rule with a missing package can never fail.
 */
final class RuleTargetCheck {
    private final ModuleLayout layout;
    private final JavaClasses classes;
    private final List<String> missing = new ArrayList<>();

    private RuleTargetCheck(ModuleLayout layout, JavaClasses classes) {
        this.layout = layout;
        this.classes = classes;
    }

    /** Returns one sentence for each missing package or library. */
    static List<String> missing(ModuleLayout layout, JavaClasses classes) {
        RuleTargetCheck check = new RuleTargetCheck(layout, classes);
        check.modules();
        check.internals();
        check.library(ModuleLayout.DEMO, layout.libraries().wiring());
        check.library(ModuleLayout.APPLICATION, layout.libraries().reactive());
        return check.missing;
    }

    private void modules() {
        for (Map.Entry<String, String> module : layout.packages().entrySet()) {
            if (classes.stream().noneMatch(type -> isCode(type) && ModuleLayout.isIn(type, module.getValue()))) {
                missing.add("package " + module.getValue() + " of " + module.getKey()
                        + " has no classes: check its name, or import it");
            }
        }
    }

    private void internals() {
        if (classes.stream().noneMatch(layout::isInternal)) {
            missing.add("no module has a package named internal");
        }
    }

    /** A library that its only allowed user does not use is misspelled, and its rule can never fail. */
    private void library(String user, String library) {
        String home = layout.modules().get(user);
        if (home != null
                && classes.stream()
                        .filter(type -> ModuleLayout.isIn(type, home))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .noneMatch(dependency -> ModuleLayout.isIn(dependency.getTargetClass(), library))) {
            missing.add(library + " is not used by " + user + ": check its name");
        }
    }

    private static boolean isCode(JavaClass type) {
        return !type.getSimpleName().equals("package-info");
    }
}
