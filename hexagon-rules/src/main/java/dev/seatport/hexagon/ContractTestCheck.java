package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that a test extends the contract of each outbound port that an adapter implements.
 *
 * <p>The contract of a port is an abstract test class with the name of the port and the suffix {@code Contract}. The test of an
 * adapter extends it and uses a class of the adapter, or is in a package of the adapter. A test often creates the adapter with a
 * factory, and then bytecode does not show the implementing class. So one test is enough if an adapter implements a port twice.
 */
public final class ContractTestCheck {
    static final String CONTRACT_TESTS = "contract-tests";

    private static final String SUFFIX = "Contract";

    private final Hexagon hexagon;
    private final Map<String, String> contracts;
    private final Set<String> withoutContract;

    private ContractTestCheck(Hexagon hexagon, Map<String, String> contracts, Set<String> withoutContract) {
        this.hexagon = hexagon;
        this.contracts = Map.copyOf(contracts);
        this.withoutContract = Set.copyOf(withoutContract);
    }

    /** Returns the check for the adapters and ports of a declaration. */
    public static ContractTestCheck of(Hexagon hexagon) {
        return new ContractTestCheck(hexagon, Map.of(), Set.of());
    }

    /** Names the contract of a port that does not have the usual name. Both are simple class names. */
    public ContractTestCheck contract(String port, String contract) {
        Map<String, String> more = new HashMap<>(contracts);
        more.put(port, contract);
        return new ContractTestCheck(hexagon, more, withoutContract);
    }

    /**
     * Leaves out a port.
     *
     * @param port simple name of the port
     * @param reason why it needs no contract, for the reader
     */
    public ContractTestCheck withoutContract(String port, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("why does " + port + " need no contract? Give a reason");
        }
        Set<String> more = new HashSet<>(withoutContract);
        more.add(port);
        return new ContractTestCheck(hexagon, contracts, more);
    }

    /** Checks the classes and tests below the root packages on the class path. */
    public void check() {
        check(
                hexagon.importClasses(),
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages(hexagon.layout().roots));
    }

    /**
     * Checks the adapters.
     *
     * @param production the classes of adapters, ports and, if it is not in the tests, of the contracts
     * @param tests the tests
     * @throws AssertionError with one line for each port of an adapter without a test
     */
    public void check(JavaClasses production, JavaClasses tests) {
        Hexagon.report("contract tests", violations(production, tests));
    }

    /** Returns one violation for each port of an adapter without a test, or one if no adapter implements a port. */
    public List<Violation> violations(JavaClasses production, JavaClasses tests) {
        if (production.stream().allMatch(type -> ports(type).isEmpty())) {
            return List.of(new Violation(
                    CONTRACT_TESTS,
                    "adapters",
                    "implement no outbound port",
                    "the check can never fail",
                    "Correct the packages of the declaration, or import the classes of the adapters"));
        }
        List<JavaClass> testClasses = tests.stream().toList();
        List<JavaClass> all = Stream.concat(production.stream(), tests.stream()).toList();
        return implementations(production).entrySet().stream()
                .flatMap(entry -> entry.getValue().values().stream()
                        .flatMap(port -> missing(entry.getKey(), port, all, testClasses).stream()))
                .sorted(Comparator.comparing(Violation::toString))
                .toList();
    }

    /** Returns the outbound ports that each adapter implements, by their names. */
    private Map<ComponentLayer, Map<String, JavaClass>> implementations(JavaClasses production) {
        Map<ComponentLayer, Map<String, JavaClass>> found = new HashMap<>();
        for (JavaClass type : production) {
            adapterOf(type)
                    .ifPresent(place -> ports(type).stream()
                            .filter(port -> !withoutContract.contains(port.getSimpleName()))
                            .forEach(port -> found.computeIfAbsent(place, unused -> new TreeMap<>())
                                    .put(port.getName(), port)));
        }
        return found;
    }

    /** Returns the outbound ports of a class of an adapter. */
    private List<JavaClass> ports(JavaClass type) {
        boolean implementation =
                adapterOf(type).isPresent() && !type.getModifiers().contains(JavaModifier.ABSTRACT);
        return implementation
                ? type.getAllRawInterfaces().stream()
                        .filter(this::isOutboundPort)
                        .toList()
                : List.of();
    }

    private Optional<ComponentLayer> adapterOf(JavaClass type) {
        return hexagon.layout().layerOf(type).filter(place -> place.kind() == Layer.Kind.ADAPTER);
    }

    private boolean isOutboundPort(JavaClass type) {
        return hexagon.layout()
                .layerOf(type)
                .filter(place -> place.kind().isOutboundPort())
                .isPresent();
    }

    private Optional<Violation> missing(
            ComponentLayer adapter, JavaClass port, List<JavaClass> all, List<JavaClass> tests) {
        String contract = contracts.getOrDefault(port.getSimpleName(), port.getSimpleName() + SUFFIX);
        boolean known = all.stream().anyMatch(type -> type.getSimpleName().equals(contract))
                || tests.stream().anyMatch(type -> extendsContract(type, contract));
        if (!known) {
            return Optional.of(violation(
                    adapter,
                    port,
                    "there is no class " + contract,
                    "Write " + contract + " as an abstract test of the port"));
        }
        boolean tested = tests.stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> extendsContract(type, contract))
                .anyMatch(type -> isTestOf(type, adapter, tests));
        return tested
                ? Optional.empty()
                : Optional.of(violation(
                        adapter,
                        port,
                        "no test of this adapter extends " + contract,
                        "Add a test that extends " + contract + " and creates the adapter"));
    }

    private static Violation violation(ComponentLayer adapter, JavaClass port, String reason, String remedy) {
        return new Violation(
                CONTRACT_TESTS,
                adapter.label(),
                "implements " + port.getName() + " without a contract test",
                reason,
                remedy);
    }

    private static boolean extendsContract(JavaClass type, String contract) {
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .anyMatch(parent -> parent.getSimpleName().equals(contract));
    }

    /** A test often creates the adapter in a nested class, an outer class or a helper, so helpers count, too. */
    private boolean isTestOf(JavaClass test, ComponentLayer adapter, List<JavaClass> tests) {
        Set<String> own = tests.stream()
                .filter(type -> outermost(type).equals(outermost(test)))
                .flatMap(type -> Stream.concat(Stream.of(type), used(type)))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        boolean samePackage = adapterOf(test).filter(adapter::equals).isPresent();
        return samePackage
                || tests.stream()
                        .filter(type -> own.contains(type.getName()))
                        .flatMap(ContractTestCheck::used)
                        .anyMatch(
                                type -> adapterOf(type).filter(adapter::equals).isPresent());
    }

    private static Stream<JavaClass> used(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType());
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
