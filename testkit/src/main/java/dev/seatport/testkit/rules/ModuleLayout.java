package dev.seatport.testkit.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The plan of the house: which modules there are, in which packages, and which of them each may know.
 *
 * @param root the package that the modules of the house live under
 * @param modules the package of each module that is there, by the module's name; vendors' adapters are not among them
 * @param adapters the package of each vendor's adapter, by the vendor's name
 * @param tools the names of modules that may print and exit, as the demo may
 * @param libraries the libraries that the rules speak of
 */
record ModuleLayout(
        String root,
        Map<String, String> modules,
        Map<String, String> adapters,
        Set<String> tools,
        RestrictedLibraries libraries) {
    static final String DOMAIN = "domain";
    static final String PORTS = "ports";
    static final String APPLICATION = "application";
    static final String TESTKIT = "testkit";
    static final String SANDBOX = "sandbox";
    static final String HTTP = "http";
    static final String JSON = "json";
    static final String REPORTS = "reports";
    static final String DEMO = "demo";

    static final List<String> CORE = List.of(DOMAIN, PORTS, APPLICATION);

    /** Without these two there is nothing that a rule could be about. */
    static final Set<String> FOUNDATIONS = Set.of(DOMAIN, PORTS);

    /**
     * What each module around the core may know of the house, besides itself. A module that is not named here may know
     * all; what the core may know is a list of its own, which says more.
     */
    private static final Map<String, Set<String>> KNOWS = Map.of(
            TESTKIT, Set.of(DOMAIN, PORTS),
            SANDBOX, Set.of(),
            HTTP, Set.of(DOMAIN, PORTS),
            JSON, Set.of(DOMAIN, PORTS),
            REPORTS, Set.of(DOMAIN, PORTS, JSON));

    private static final Set<String> ADAPTERS_KNOW = Set.of(DOMAIN, PORTS, HTTP);

    static ModuleLayout under(String root) {
        Map<String, String> modules = new LinkedHashMap<>();
        for (String name : List.of(DOMAIN, PORTS, APPLICATION, TESTKIT, SANDBOX, HTTP, JSON, REPORTS, DEMO)) {
            modules.put(name, root + "." + name);
        }
        return new ModuleLayout(root, modules, Map.of(), Set.of(), RestrictedLibraries.ofTheHouse());
    }

    ModuleLayout withAdapter(String vendor, String packageName) {
        Map<String, String> more = new LinkedHashMap<>(adapters);
        more.put(vendor, packageName);
        return new ModuleLayout(root, modules, more, tools, libraries);
    }

    ModuleLayout withTool(String name) {
        Map<String, String> more = new LinkedHashMap<>(modules);
        more.put(name, root + "." + name);
        Set<String> moreTools =
                Set.copyOf(Stream.concat(tools.stream(), Stream.of(name)).toList());
        return new ModuleLayout(root, more, adapters, moreTools, libraries);
    }

    ModuleLayout without(String name) {
        if (!modules.containsKey(name) || FOUNDATIONS.contains(name)) {
            throw new IllegalArgumentException(name + " is no module that can be left out");
        }
        Map<String, String> fewer = new LinkedHashMap<>(modules);
        fewer.remove(name);
        return new ModuleLayout(root, fewer, adapters, tools, libraries);
    }

    ModuleLayout with(RestrictedLibraries others) {
        return new ModuleLayout(root, modules, adapters, tools, others);
    }

    /** All packages, of modules and adapters, by name. */
    Map<String, String> packages() {
        Map<String, String> all = new LinkedHashMap<>(modules);
        all.putAll(adapters);
        return all;
    }

    /** The packages of the core, as far as it is there. */
    List<String> core() {
        return packagesOf(CORE);
    }

    /** The packages of those modules, as far as they are there. */
    List<String> packagesOf(Collection<String> names) {
        return names.stream().filter(modules::containsKey).map(modules::get).toList();
    }

    /** The packages of the demo and of the tools: whoever may print, exit and ask for the time. */
    List<String> outermost() {
        return packagesOf(Stream.concat(Stream.of(DEMO), tools.stream()).toList());
    }

    /** The packages that a module must not know, whatever it needs. */
    List<String> forbiddenTo(String name) {
        if (!adapters.containsKey(name) && !KNOWS.containsKey(name)) {
            return List.of();
        }
        Set<String> known = adapters.containsKey(name) ? ADAPTERS_KNOW : KNOWS.getOrDefault(name, Set.of());
        List<String> forbidden = new ArrayList<>();
        packages().forEach((other, packageName) -> {
            if (!other.equals(name) && !known.contains(other)) {
                forbidden.add(packageName);
            }
        });
        return forbidden;
    }

    /** The package of the module that a class belongs to, if it is one of the house's. */
    Optional<String> home(JavaClass type) {
        return packages().values().stream().filter(home -> isIn(type, home)).findFirst();
    }

    /** Whether it is kept inside: in a package named {@code internal}, or below one, of its module. */
    boolean isInternal(JavaClass type) {
        return home(type)
                .map(home -> (type.getPackageName() + ".").substring(home.length()))
                .filter(rest -> rest.contains(".internal."))
                .isPresent();
    }

    /** Classes of these packages, or of packages below them. */
    static DescribedPredicate<JavaClass> in(Collection<String> packages) {
        return DescribedPredicate.describe(
                "in " + String.join(", ", packages), type -> packages.stream().anyMatch(home -> isIn(type, home)));
    }

    static boolean isIn(JavaClass type, String packageName) {
        return (type.getPackageName() + ".").startsWith(packageName + ".");
    }

    /** The packages as ArchUnit writes them. */
    static String[] patterns(Collection<String> packages) {
        return packages.stream().map(name -> name + "..").toArray(String[]::new);
    }
}
