package dev.seatport.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of the house: who may know whom, what may be seen from outside, and what things are called. For Seatport
 * itself:
 *
 * <pre>{@code
 * JavaClasses classes = new ClassFileImporter()
 *         .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
 *         .importPackages("dev.seatport");
 * HexagonRules.of("dev.seatport").vendors("avepoint", "c3").check(classes);
 * }</pre>
 *
 * <p>For a service that embeds Seatport and brings an adapter of its own:
 *
 * <pre>{@code
 * JavaClasses classes = new ClassFileImporter().importPackages("dev.seatport", "com.example.seats");
 * HexagonRules.of("dev.seatport")
 *         .without("testkit", "sandbox", "json", "reports", "demo")
 *         .vendors("avepoint", "c3")
 *         .adapter("acme", "com.example.seats.acme")
 *         .check(classes);
 * }</pre>
 *
 * <p>The modules {@code domain}, {@code ports}, {@code application}, {@code testkit}, {@code sandbox}, {@code http},
 * {@code json}, {@code reports} and {@code demo} are expected under the root package, each in the package of its name; one that is not there must be left
 * out by {@link #without}, for a rule about an empty package can never fail. Immutable: each method that names something
 * gives new rules.
 */
public final class HexagonRules {
    private final ModuleLayout moduleLayout;

    private HexagonRules(ModuleLayout moduleLayout) {
        this.moduleLayout = moduleLayout;
    }

    /**
     * The rules of a house whose modules live under one package, and that has no vendor yet.
     *
     * @param root the package, such as {@code dev.seatport}
     */
    public static HexagonRules of(String root) {
        return new HexagonRules(ModuleLayout.under(root));
    }

    /**
     * The same rules for adapters that live under the root too, each in the package of the vendor's name.
     *
     * @param names vendors' names, as in {@link dev.seatport.domain.customer.Vendor}; a further vendor is one more name
     */
    public HexagonRules vendors(String... names) {
        HexagonRules rules = this;
        for (String name : names) {
            rules = rules.adapter(name, moduleLayout.root() + "." + name.replace("-", ""));
        }
        return rules;
    }

    /**
     * The same rules for an adapter that lives elsewhere.
     *
     * @param vendor the vendor's name
     * @param packageName where its entry types are; all else is expected below {@code packageName.internal}
     */
    public HexagonRules adapter(String vendor, String packageName) {
        return new HexagonRules(moduleLayout.withAdapter(vendor, packageName));
    }

    /**
     * The same rules for further modules under the root that may know everything, print, exit and ask for the time, as
     * the demo may.
     */
    public HexagonRules tools(String... names) {
        ModuleLayout more = moduleLayout;
        for (String name : names) {
            more = more.withTool(name);
        }
        return new HexagonRules(more);
    }

    /**
     * The same rules for a house that lacks some modules.
     *
     * @throws IllegalArgumentException if one is no module of the house, or one that it cannot do without ({@code domain},
     *     {@code ports})
     */
    public HexagonRules without(String... modules) {
        ModuleLayout fewer = moduleLayout;
        for (String module : modules) {
            fewer = fewer.without(module);
        }
        return new HexagonRules(fewer);
    }

    /** For tests of the rules, which have no such libraries at hand. */
    HexagonRules libraries(RestrictedLibraries others) {
        return new HexagonRules(moduleLayout.with(others));
    }

    /**
     * The rules one by one, for a report of one's own. They do not notice on their own when a package that they forbid is
     * misspelt; {@link #check} does.
     */
    public List<ArchRule> rules() {
        return Stream.of(
                        LayerRules.of(moduleLayout),
                        SignatureRules.of(moduleLayout),
                        NameRules.of(moduleLayout),
                        ClockAndConsoleRules.of(moduleLayout),
                        AdapterRules.of(moduleLayout),
                        ValueRules.of(moduleLayout))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Checks all rules, and first that everything they name is there.
     *
     * @param classes production classes of all modules that the rules name; tests left out
     * @throws AssertionError with everything that is wrong: a package or library that is named and holds nothing, or else
     *     each violation of each rule
     */
    public void check(JavaClasses classes) {
        List<String> wrongs = new ArrayList<>(RuleTargetCheck.missing(moduleLayout, classes));
        if (wrongs.isEmpty()) {
            for (ArchRule rule : rules()) {
                EvaluationResult result = rule.evaluate(classes);
                if (result.hasViolation()) {
                    wrongs.add(result.getFailureReport().toString());
                }
            }
        }
        if (!wrongs.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), wrongs));
        }
    }
}
