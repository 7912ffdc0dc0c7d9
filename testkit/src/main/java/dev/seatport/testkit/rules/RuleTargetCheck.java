package dev.seatport.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Guards the rules themselves: a rule about a package that does not exist, on either side of its arrow, can never fail.
 */
final class RuleTargetCheck {
    private final ModuleLayout moduleLayout;
    private final JavaClasses classes;
    private final List<String> missing = new ArrayList<>();

    private RuleTargetCheck(ModuleLayout moduleLayout, JavaClasses classes) {
        this.moduleLayout = moduleLayout;
        this.classes = classes;
    }

    /** One sentence for each thing that a rule names and that is not there. */
    static List<String> missing(ModuleLayout moduleLayout, JavaClasses classes) {
        RuleTargetCheck ruleTargetCheck = new RuleTargetCheck(moduleLayout, classes);
        ruleTargetCheck.modules();
        ruleTargetCheck.internals();
        ruleTargetCheck.library(ModuleLayout.DEMO, moduleLayout.libraries().wiring());
        ruleTargetCheck.library(
                ModuleLayout.APPLICATION, moduleLayout.libraries().reactive());
        return ruleTargetCheck.missing;
    }

    private void modules() {
        for (Map.Entry<String, String> module : moduleLayout.packages().entrySet()) {
            if (classes.stream().noneMatch(type -> isCode(type) && ModuleLayout.isIn(type, module.getValue()))) {
                missing.add("package " + module.getValue() + " of " + module.getKey()
                        + " holds no classes: misspelt, or not imported");
            }
        }
    }

    private void internals() {
        if (classes.stream().noneMatch(moduleLayout::isInternal)) {
            missing.add("no module has anything in a package named internal");
        }
    }

    /** A library that not even its rightful user depends on is misspelt, and then nobody can be caught using it. */
    private void library(String user, String library) {
        String home = moduleLayout.modules().get(user);
        if (home != null
                && classes.stream()
                        .filter(type -> ModuleLayout.isIn(type, home))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .noneMatch(dependency -> ModuleLayout.isIn(dependency.getTargetClass(), library))) {
            missing.add(library + " is not used by " + user + ": misspelt, or no longer the library");
        }
    }

    private static boolean isCode(JavaClass type) {
        return !type.getSimpleName().equals("package-info");
    }
}
