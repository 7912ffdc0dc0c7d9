package dev.seatport.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Architecture rules of Seatport: allowed dependencies, visible types and names. Example for Seatport itself,
 * with the names of its vendors:
 *
 * <pre>{@code
 * JavaClasses classes = new ClassFileImporter()
 *         .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
 *         .importPackages("dev.seatport");
 * HexagonRules.of("dev.seatport").vendors("globex", "initech").check(classes);
 * }</pre>
 *
 * <p>Example for a service that embeds Seatport and has another adapter:
 *
 * <pre>{@code
 * JavaClasses classes = new ClassFileImporter().importPackages("dev.seatport", "com.example.seats");
 * HexagonRules.of("dev.seatport")
 *         .without("testkit", "sandbox", "json", "reports", "demo")
 *         .vendors("globex", "initech")
 *         .adapter("acme", "com.example.seats.acme")
 *         .check(classes);
 * }</pre>
 *
 * <p>The modules {@code domain}, {@code ports}, {@code application}, {@code testkit}, {@code sandbox}, {@code http},
 * {@code json}, {@code reports} and {@code demo} are expected below the root package, each in the package of its name. Remove a
 * missing module with {@link #without}, because a rule for an empty package can never fail. Immutable and thread-safe: each
 * method returns new rules.
 */
public final class HexagonRules {
    private final ModuleLayout layout;

    private HexagonRules(ModuleLayout layout) {
        this.layout = layout;
    }

    /**
     * Returns the rules of modules below one package, without adapters.
     *
     * @param root the package, such as {@code dev.seatport}
     */
    public static HexagonRules of(String root) {
        return new HexagonRules(ModuleLayout.under(root));
    }

    /**
     * Adds adapters below the root package, each in the package of its vendor's name without dashes.
     *
     * @param names vendor names, as in {@link dev.seatport.domain.customer.Vendor}
     */
    public HexagonRules vendors(String... names) {
        HexagonRules rules = this;
        for (String name : names) {
            rules = rules.adapter(name, layout.root() + "." + name.replace("-", ""));
        }
        return rules;
    }

    /**
     * Adds an adapter in another package.
     *
     * @param vendor the vendor name
     * @param packageName the package of its entry types; all other types must be below {@code packageName.internal}
     */
    public HexagonRules adapter(String vendor, String packageName) {
        return new HexagonRules(layout.withAdapter(vendor, packageName));
    }

    /**
     * Adds modules below the root package that, like the demo, may depend on everything, print, exit and use the system clock.
     */
    public HexagonRules tools(String... names) {
        ModuleLayout more = layout;
        for (String name : names) {
            more = more.withTool(name);
        }
        return new HexagonRules(more);
    }

    /**
     * Removes modules that are not on the class path.
     *
     * @throws IllegalArgumentException if a name is not a module, or is {@code domain} or {@code ports}, which are required
     */
    public HexagonRules without(String... modules) {
        ModuleLayout fewer = layout;
        for (String module : modules) {
            fewer = fewer.without(module);
        }
        return new HexagonRules(fewer);
    }

    /** For tests of the rules, which run without these libraries. */
    HexagonRules libraries(LibraryPackages others) {
        return new HexagonRules(layout.with(others));
    }

    /**
     * Returns the single rules, for a custom report. Only {@link #check} also detects a misspelled package in a rule.
     */
    public List<ArchRule> rules() {
        return Stream.of(
                        LayerRules.of(layout),
                        SignatureRules.of(layout),
                        VocabularyRules.of(layout),
                        ClockAndConsoleRules.of(layout),
                        AdapterLayoutRules.of(layout),
                        ImmutabilityRules.of(layout))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Checks that all packages and libraries in the rules exist, then checks all rules.
     *
     * @param classes production classes of all modules in the rules, without tests
     * @throws AssertionError with all missing packages and libraries, or else with all violations of all rules
     */
    public void check(JavaClasses classes) {
        List<String> violations = new ArrayList<>(RuleTargetCheck.missing(layout, classes));
        if (violations.isEmpty()) {
            for (ArchRule rule : rules()) {
                EvaluationResult result = rule.evaluate(classes);
                if (result.hasViolation()) {
                    violations.add(result.getFailureReport().toString());
                }
            }
        }
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), violations));
        }
    }
}
