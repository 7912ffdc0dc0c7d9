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
 * Modules with their packages and allowed dependencies.
 *
 * @param root the root package of the modules
 * @param modules the package of each module by module name, without adapters
 * @param adapters the package of each adapter by vendor name
 * @param tools names of modules that may print and exit, like the demo
 * @param libraries the libraries in the rules
 */
record ModuleLayout(
        String root,
        Map<String, String> modules,
        Map<String, String> adapters,
        Set<String> tools,
        LibraryPackages libraries) {
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

    /** Modules that all rules need. */
    static final Set<String> REQUIRED = Set.of(DOMAIN, PORTS);

    /**
     * Modules on which each module outside the core may depend. A module that is not listed may depend on all. The core has its
     * own allow-list in {@link LayerRules}.
     */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            TESTKIT, Set.of(DOMAIN, PORTS),
            SANDBOX, Set.of(),
            HTTP, Set.of(DOMAIN, PORTS),
            JSON, Set.of(DOMAIN, PORTS),
            REPORTS, Set.of(DOMAIN, PORTS, JSON));

    private static final Set<String> ALLOWED_TO_ADAPTERS = Set.of(DOMAIN, PORTS, HTTP);

    static ModuleLayout under(String root) {
        Map<String, String> modules = new LinkedHashMap<>();
        for (String name : List.of(DOMAIN, PORTS, APPLICATION, TESTKIT, SANDBOX, HTTP, JSON, REPORTS, DEMO)) {
            modules.put(name, root + "." + name);
        }
        return new ModuleLayout(root, modules, Map.of(), Set.of(), LibraryPackages.defaults());
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
        if (!modules.containsKey(name) || REQUIRED.contains(name)) {
            throw new IllegalArgumentException(name + " is not a module that can be left out");
        }
        Map<String, String> fewer = new LinkedHashMap<>(modules);
        fewer.remove(name);
        return new ModuleLayout(root, fewer, adapters, tools, libraries);
    }

    ModuleLayout with(LibraryPackages others) {
        return new ModuleLayout(root, modules, adapters, tools, others);
    }

    /** Returns the packages of all modules and adapters by name. */
    Map<String, String> packages() {
        Map<String, String> all = new LinkedHashMap<>(modules);
        all.putAll(adapters);
        return all;
    }

    /** Returns the packages of the core modules, without those that were left out. */
    List<String> core() {
        return packagesOf(CORE);
    }

    /** Returns the packages of these modules, without those that were left out. */
    List<String> packagesOf(Collection<String> names) {
        return names.stream().filter(modules::containsKey).map(modules::get).toList();
    }

    /** Returns the packages of the demo and the tools, which may print, exit and use the system clock. */
    List<String> outermost() {
        return packagesOf(Stream.concat(Stream.of(DEMO), tools.stream()).toList());
    }

    /** Returns the packages on which a module must not depend. */
    List<String> forbiddenTo(String name) {
        if (!adapters.containsKey(name) && !ALLOWED.containsKey(name)) {
            return List.of();
        }
        Set<String> allowed = adapters.containsKey(name) ? ALLOWED_TO_ADAPTERS : ALLOWED.getOrDefault(name, Set.of());
        List<String> forbidden = new ArrayList<>();
        packages().forEach((other, packageName) -> {
            if (!other.equals(name) && !allowed.contains(other)) {
                forbidden.add(packageName);
            }
        });
        return forbidden;
    }

    /** Returns the root package of the module of a class; empty for other classes. */
    Optional<String> home(JavaClass type) {
        return packages().values().stream().filter(home -> isIn(type, home)).findFirst();
    }

    /** Returns whether the class is in or below a package named {@code internal} of its module. */
    boolean isInternal(JavaClass type) {
        return home(type)
                .map(home -> (type.getPackageName() + ".").substring(home.length()))
                .filter(rest -> rest.contains(".internal."))
                .isPresent();
    }

    /** Returns a predicate for classes in or below these packages. */
    static DescribedPredicate<JavaClass> in(Collection<String> packages) {
        return DescribedPredicate.describe(
                "in " + String.join(", ", packages), type -> packages.stream().anyMatch(home -> isIn(type, home)));
    }

    static boolean isIn(JavaClass type, String packageName) {
        return (type.getPackageName() + ".").startsWith(packageName + ".");
    }

    /** Returns the packages in ArchUnit syntax. */
    static String[] patterns(Collection<String> packages) {
        return packages.stream().map(name -> name + "..").toArray(String[]::new);
    }
}
