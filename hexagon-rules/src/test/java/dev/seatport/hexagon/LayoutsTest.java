package dev.seatport.hexagon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.freeze.FreezingArchRule;
import com.tngtech.archunit.library.freeze.ViolationStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutsTest {
    private static final Hexagon COMPONENTS = Hexagon.of("com.acme")
            .sharedKernel("shared..")
            .domain("*.domain..")
            .inboundPorts("*.api..")
            .outboundPorts("*.spi..")
            .application("*.application..")
            .adapter("*", "*.adapter.*..");

    private static final List<String> COMPONENT_SOURCES = List.of(
            "package com.acme.shared; public record Money(long cents) {}",
            "package com.acme.order.domain; public record Order(com.acme.shared.Money total) {}",
            "package com.acme.order.api; public interface PlaceOrder { void place(); }",
            "package com.acme.order.spi; public interface Orders { void save(); }",
            "package com.acme.order.application; class OrderService implements com.acme.order.api.PlaceOrder {"
                    + " @Override public void place() {} }",
            "package com.acme.order.adapter.jpa; class JpaOrders implements com.acme.order.spi.Orders {"
                    + " @Override public void save() {} }",
            "package com.acme.billing.domain; public record Invoice(com.acme.shared.Money total) {}",
            "package com.acme.billing.application; class Billing { com.acme.order.api.PlaceOrder orders; }");

    private static final List<String> BUCKPAL_SOURCES = List.of(
            "package com.acme.application.domain.model; public record Account(String id) {}",
            "package com.acme.application.port.in; public interface SendMoney { void send(); }",
            "package com.acme.application.port.out; public interface LoadAccount { void load(); }",
            "package com.acme.application.domain.service; class SendMoneyService implements"
                    + " com.acme.application.port.in.SendMoney { @Override public void send() {} }",
            "package com.acme.adapter.in.web; class MoneyPage { com.acme.application.port.in.SendMoney port; }",
            "package com.acme.adapter.out.database; public class Database implements com.acme.application.port.out.LoadAccount {"
                    + " @Override public void load() {} }",
            "package com.acme.adapter.out.mail; class Mail {}");

    /** Rules that need an option or an internal package. */
    private static final Set<String> WITHOUT_OPTIONS = Set.of(
            "restricted-libraries",
            "internal-packages",
            "public-signatures",
            "entry-packages",
            "internal-implementations");

    private static List<Violation> with(Hexagon rules, List<String> sources, String source) {
        List<String> all = new ArrayList<>(sources);
        all.add(source);
        return SampleProject.violationsOf(rules, all);
    }

    @Test
    void componentsUseEachOtherThroughInboundPorts() {
        assertThat(SampleProject.violationsOf(COMPONENTS, COMPONENT_SOURCES)).isEmpty();
        assertThat(with(
                        COMPONENTS,
                        COMPONENT_SOURCES,
                        "package com.acme.billing.application; class Bad { com.acme.order.domain.Order order; }"))
                .extracting(Violation::toString)
                .containsExactly("[component-dependencies] com.acme.billing.application.Bad uses "
                        + "com.acme.order.domain.Order (Bad.java): application of billing must not use domain of order, "
                        + "a component is used through its inbound ports. "
                        + "Call an inbound port of order, or move the type to the shared kernel.");
        assertThat(with(
                        COMPONENTS,
                        COMPONENT_SOURCES,
                        "package com.acme.billing.domain; record Bad(com.acme.order.api.PlaceOrder orders) {}"))
                .extracting(Violation::toString)
                .containsExactly("[component-dependencies] com.acme.billing.domain.Bad uses "
                        + "com.acme.order.api.PlaceOrder (Bad.java): domain of billing must not use inboundPorts of order, "
                        + "only the application and the adapters use inbound ports of others. "
                        + "Declare an own type, or move the type to the shared kernel.");
        assertThat(with(
                        COMPONENTS,
                        COMPONENT_SOURCES,
                        "package com.acme.order.domain; class Bad { final com.acme.order.spi.Orders orders = null; }"))
                .extracting(Violation::rule)
                .containsExactly("layer-dependencies");
    }

    @Test
    void inboundPortsMayBeDeclaredToUseThoseOfOthers() {
        Hexagon declared = COMPONENTS.mayUse("inboundPorts", "inboundPorts");
        String event = "package com.acme.billing.api; public record Billed(com.acme.order.api.PlaceOrder order) {}";

        assertThat(with(COMPONENTS, COMPONENT_SOURCES, event))
                .extracting(Violation::remedy)
                .containsExactly(
                        "Move the type to the shared kernel, or declare mayUse(\"inboundPorts\", \"inboundPorts\")");
        assertThat(with(declared, COMPONENT_SOURCES, event)).isEmpty();
        assertThat(with(
                        declared,
                        COMPONENT_SOURCES,
                        "package com.acme.billing.api; public record Bad(com.acme.order.domain.Order order) {}"))
                .extracting(Violation::rule)
                .containsExactly("component-dependencies");
        assertThat(with(
                        COMPONENTS.mayUse("domain", "inboundPorts"),
                        COMPONENT_SOURCES,
                        "package com.acme.billing.domain; record Bad(com.acme.order.api.PlaceOrder orders) {}"))
                .extracting(Violation::rule)
                .containsExactly("component-dependencies");
    }

    @Test
    void adaptersThatCallInboundPortsAreDeclaredWithInbound() {
        String page = "package com.acme.order.adapter.web; class Page { com.acme.order.api.PlaceOrder port; }";

        assertThat(with(COMPONENTS, COMPONENT_SOURCES, page))
                .extracting(Violation::remedy)
                .containsExactly("Declare an adapter that calls inbound ports with inbound");
        assertThat(with(COMPONENTS.inbound("web", "*.adapter.web.."), COMPONENT_SOURCES, page))
                .isEmpty();
    }

    @Test
    void whatIsInternalToAComponentIsOpenToItsLayers() {
        Hexagon rules = Hexagon.of("com.acme")
                .inboundPorts("*")
                .domain("*.internal.domain..")
                .application("*.internal.application..")
                .outermost("main", ".");
        List<String> sources = List.of(
                "package com.acme; class Main {}",
                "package com.acme.order; public interface PlaceOrder {}",
                "package com.acme.order.internal.domain; public record Order(String number) {}",
                "package com.acme.order.internal.application; public class Service implements com.acme.order.PlaceOrder {"
                        + " com.acme.order.internal.domain.Order order; }",
                "package com.acme.billing; public interface Bills {}",
                "package com.acme.billing.internal.domain; public record Bill(String number) {}",
                "package com.acme.billing.internal.application; class Billing {}");

        assertThat(SampleProject.violationsOf(rules, sources)).isEmpty();
        assertThat(with(
                        rules,
                        sources,
                        "package com.acme.billing.internal.application; class Bad {"
                                + " com.acme.order.internal.domain.Order order; }"))
                .extracting(Violation::toString)
                .contains("[internal-packages] com.acme.billing.internal.application.Bad uses "
                        + "com.acme.order.internal.domain.Order (Bad.java): the class is internal to order. "
                        + "Use a public type of order.")
                .hasSize(2);
        List<String> deeper = new ArrayList<>(sources);
        deeper.add("package com.acme.order.internal.domain.internal; public record Hidden(int count) {}");
        assertThat(with(
                        rules,
                        deeper,
                        "package com.acme.order.internal.application; class Bad {"
                                + " com.acme.order.internal.domain.internal.Hidden hidden; }"))
                .extracting(Violation::reason)
                .containsExactly("the class is internal to domain of order");
        Set<String> unprovable = new HashSet<>(WITHOUT_OPTIONS);
        unprovable.remove("internal-packages");
        unprovable.addAll(Set.of("adapter-entry", "layer-coverage", "core-names"));
        provesAllBut(unprovable, rules, sources);
    }

    @Test
    void buckpalsLayoutHasOneAdapterPerPackage() {
        Hexagon rules = Hexagon.buckpal("com.acme");

        assertThat(SampleProject.violationsOf(rules, BUCKPAL_SOURCES)).isEmpty();
        assertThat(
                        with(
                                rules,
                                BUCKPAL_SOURCES,
                                "package com.acme.adapter.out.mail; class Bad { com.acme.adapter.out.database.Database other; }"))
                .extracting(Violation::reason)
                .containsExactly("adapter mail must not use adapter database, only itself and domain, outboundPorts");
        assertThat(
                        with(
                                rules,
                                BUCKPAL_SOURCES,
                                "package com.acme.adapter.in.web; class Bad { com.acme.application.port.out.LoadAccount port; }"))
                .extracting(Violation::rule)
                .containsExactly("layer-dependencies");
    }

    @Test
    void buckpalsLayoutNeedsNoInboundOrOutboundAdapter() {
        List<String> withoutOutbound = BUCKPAL_SOURCES.stream()
                .filter(source -> !source.contains("package com.acme.adapter.out"))
                .toList();
        List<String> withoutInbound = BUCKPAL_SOURCES.stream()
                .filter(source -> !source.contains("package com.acme.adapter.in"))
                .toList();

        assertThat(SampleProject.violationsOf(Hexagon.buckpal("com.acme"), withoutOutbound))
                .isEmpty();
        assertThat(SampleProject.violationsOf(Hexagon.buckpal("com.acme"), withoutInbound))
                .isEmpty();
        assertThat(SampleProject.violationsOf(
                        Hexagon.buckpal("com.acme"), BUCKPAL_SOURCES.subList(1, BUCKPAL_SOURCES.size())))
                .extracting(Violation::cause)
                .containsExactly("has no classes in com.acme.application.domain.model..");
    }

    @Test
    void layersHaveTheNameOfTheirMethodAndStarredAdaptersThatOfTheirPackage() {
        String source =
                "package com.acme.adapter.out.mail; class Mailer { com.acme.adapter.out.database.Database other; }";

        assertThat(with(Hexagon.buckpal("com.acme").mayUse("*", "database"), BUCKPAL_SOURCES, source))
                .isEmpty();
        assertThat(with(Hexagon.buckpal("com.acme").mayUse("*", "databse"), BUCKPAL_SOURCES, source))
                .extracting(Violation::cause)
                .containsExactly("may use databse, which is not the name of a layer");
        assertThat(SampleProject.violationsOf(
                        COMPONENTS.mayUse("sharedKernel", "inboundPorts", "outboundPorts"), COMPONENT_SOURCES))
                .isEmpty();
    }

    @Test
    void kotlinIsAllowedOnRequest() {
        String library = "package kotlin.jvm; public class Intrinsics {}";
        String value = "package com.acme.domain; public record Price(kotlin.jvm.Intrinsics part) {}";

        assertThat(SampleProject.violations(SampleProject.rules(), library, value))
                .extracting(Violation::rule, Violation::remedy)
                .containsExactly(tuple("allowed-libraries", "Add kotlin() to the declaration"));
        assertThat(SampleProject.violations(SampleProject.rules().kotlin(), library, value))
                .isEmpty();
    }

    @Test
    void kotlinsRandomNumbersAndConsoleAreReported() {
        assertThat(SampleProject.violations(
                        SampleProject.rules().kotlin(),
                        "package kotlin.random; public class Random { public static class Default {"
                                + " public int nextInt() { return 1; } } }",
                        "package kotlin.io; public class ConsoleKt { public static String readln() { return null; } }",
                        "package com.acme.domain; class Bad { int dice() { return new kotlin.random.Random.Default().nextInt(); }"
                                + " String line() { return kotlin.io.ConsoleKt.readln(); } }"))
                .extracting(Violation::rule)
                .containsOnly("ambient-chance", "ambient-console");
        assertThat(AmbientRules.STATEMENTS)
                .as("each method of the JDK has a sample, which RuleProof compiles and checks")
                .filteredOn(call -> call.sample().isEmpty())
                .extracting(AmbientRules.Call::owner)
                .containsExactly(
                        "kotlin.random.Random$Default",
                        "kotlin.collections.CollectionsKt",
                        "kotlin.collections.ArraysKt",
                        "kotlin.sequences.SequencesKt",
                        "kotlin.uuid.Uuid$Companion",
                        "kotlin.time.Clock$System",
                        "kotlin.io.ConsoleKt");
    }

    @Test
    void kotlinsShuffleUuidAndClockAreReported() {
        List<String> library = List.of(
                "package kotlin.random; public class Random { public static final Default Default = new Default();"
                        + " public static class Default extends Random { public int nextInt() { return 1; } } }",
                "package kotlin.collections; public class CollectionsKt {"
                        + " public static Object shuffled(Iterable<?> all) { return all; }"
                        + " public static Object shuffled(Iterable<?> all, kotlin.random.Random random) { return all; }"
                        + " public static Object random(Iterable<?> all, kotlin.random.Random random) { return all; } }",
                "package kotlin.collections; public class ArraysKt { public static void shuffle(int[] all) {} }",
                "package kotlin.sequences; public class SequencesKt {"
                        + " public static Object shuffled(Iterable<?> all) { return all; } }",
                "package kotlin.uuid; public class Uuid { public static final Companion Companion = new Companion();"
                        + " public static class Companion { public Uuid random() { return new Uuid(); } } }",
                "package kotlin.time; public interface Clock { Object now(); class System implements Clock {"
                        + " public static final System INSTANCE = new System();"
                        + " @Override public Object now() { return this; } } }");

        assertThat(kotlinUses(library, "kotlin.collections.CollectionsKt.shuffled(java.util.List.of())"))
                .containsExactly("ambient-chance: uses CollectionsKt.shuffled (Bad.java:1)");
        assertThat(kotlinUses(library, "new Object() { void used() { kotlin.collections.ArraysKt.shuffle(null); } }"))
                .containsExactly("ambient-chance: uses ArraysKt.shuffle (Bad.java:1)");
        assertThat(kotlinUses(library, "kotlin.sequences.SequencesKt.shuffled(java.util.List.of())"))
                .containsExactly("ambient-chance: uses SequencesKt.shuffled (Bad.java:1)");
        assertThat(kotlinUses(
                        library,
                        "kotlin.collections.CollectionsKt.random(java.util.List.of(), kotlin.random.Random.Default)"))
                .containsExactly("ambient-chance: uses Random.Default (Bad.java:1)");
        assertThat(kotlinUses(library, "kotlin.random.Random.Default.nextInt()"))
                .containsExactly("ambient-chance: uses Random.Default.nextInt (Bad.java:1)");
        assertThat(kotlinUses(library, "kotlin.uuid.Uuid.Companion.random()"))
                .containsExactly("ambient-chance: uses Uuid.Companion.random (Bad.java:1)");
        assertThat(kotlinUses(library, "kotlin.time.Clock.System.INSTANCE.now()"))
                .containsExactly("ambient-clock: uses Clock.System.now (Bad.java:1)");
        assertThat(kotlinUses(library, "kotlin.time.Clock.System.INSTANCE"))
                .containsExactly("ambient-clock: uses Clock.System (Bad.java:1)");
        assertThat(kotlinUses(library, "kotlin.collections.CollectionsKt.shuffled(java.util.List.of(), null)"))
                .isEmpty();
    }

    private static List<String> kotlinUses(List<String> library, String expression) {
        List<String> sources = new ArrayList<>(library);
        sources.add("package com.acme.domain; class Bad { Object used() { return " + expression + "; } }");
        return SampleProject.violations(SampleProject.rules().kotlin(), sources.toArray(String[]::new)).stream()
                .map(violation -> violation.rule() + ": " + violation.cause())
                .toList();
    }

    @Test
    void kotlinsValuesAreIds() {
        Hexagon rules = SampleProject.rules().kotlin().with(RuleGroup.SUFFIXES);
        String metadata =
                "package kotlin; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                        + " public @interface Metadata {}";
        String dataClass = "package com.acme.domain; @kotlin.Metadata public final class OrderId {"
                + " @Override public boolean equals(Object other) { return other instanceof OrderId; }"
                + " @Override public int hashCode() { return 1; } }";

        assertThat(SampleProject.violations(rules, metadata, dataClass)).isEmpty();
        assertThat(SampleProject.violations(
                        rules, metadata, "package com.acme.domain; @kotlin.Metadata public final class OrderId {}"))
                .extracting(Violation::rule)
                .containsExactly("id-records");
        assertThat(SampleProject.violations(rules, metadata, dataClass.replace("@kotlin.Metadata ", "")))
                .extracting(Violation::remedy)
                .containsExactly("Make it a record, or in Kotlin a data class or a value class");
    }

    @Test
    void everyRuleReportsItsViolationInEachLayout() {
        provesAllBut(
                Set.of("component-dependencies"),
                SampleProject.rules()
                        .with(RuleGroup.values())
                        .forbiddenWords("json")
                        .forbiddenParts("dto")
                        .implementPortsInternally("paypal")
                        .entryPackages("stripe", "adapter.stripe")
                        .restrictLibrary("java.io.PrintStream", "main")
                        .notInSignatures("javax.management..", "org.acme.."),
                SampleProject.with());
        provesAllBut(WITHOUT_OPTIONS, COMPONENTS, COMPONENT_SOURCES);
        Set<String> oneComponent = new HashSet<>(WITHOUT_OPTIONS);
        oneComponent.add("component-dependencies");
        provesAllBut(oneComponent, Hexagon.buckpal("com.acme"), BUCKPAL_SOURCES);
    }

    private static void provesAllBut(Set<String> unprovable, Hexagon rules, List<String> sources) {
        List<String> proven = SourceCompiler.compile(List.of(), sources, classes -> {
            RuleProof proof = RuleProof.of(rules, classes);
            proof.everyRuleReportsItsViolation();
            assertThat(proof.reportsItsViolation("core-io")).isTrue();
            return List.copyOf(proof.provableRules());
        });
        assertThat(proven)
                .containsExactlyInAnyOrderElementsOf(rules.active()
                        .map(ArchitectureRule::id)
                        .filter(id -> !unprovable.contains(id))
                        .toList());
    }

    @Test
    void eachFileOfAFolderIsReported(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> proveFiles(folder)).hasMessageContaining("has no Java file");
        Files.writeString(folder.resolve("notes.txt"), "not Java");
        Files.writeString(folder.resolve("Bad.java"), """
                // immutable-values
                package com.acme.domain;
                class Bad { private int count; }
                """);
        assertThatCode(() -> proveFiles(folder)).doesNotThrowAnyException();

        Files.writeString(folder.resolve("Fine.java"), """
                // ambient-clock
                package com.acme.domain;
                class Fine {}
                """);
        Files.writeString(folder.resolve("Twice.java"), """
                // immutable-values
                package com.acme.domain;
                class Twice { private int count; private int sum; }
                """);
        assertThatThrownBy(() -> proveFiles(folder))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Fine.java needs one violation of ambient-clock with its name, found []")
                .hasMessageContaining("Twice.java needs one violation of immutable-values with its name, found [[")
                .hasMessageNotContaining("Bad.java needs");
    }

    private static void proveFiles(Path folder) {
        SourceCompiler.compile(List.of(), SampleProject.with(), classes -> {
            RuleProof.of(SampleProject.rules(), classes).everyFileIsReported(folder);
            return classes;
        });
    }

    @Test
    void aRuleThatCannotBeBrokenIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceCompiler.compile(
                        List.of(),
                        SampleProject.with(),
                        classes -> RuleProof.of(SampleProject.rules(), classes)
                                .reportsItsViolation("component-dependencies")))
                .withMessageContaining("component-dependencies");
    }

    @Test
    void ownViolatorsAreCheckedWithTheProject() {
        List<Violation> found = SourceCompiler.compile(
                List.of(),
                SampleProject.with(),
                classes -> RuleProof.of(SampleProject.rules(), classes)
                        .violationsWith("package com.acme.domain;\n// A note.\nclass Bad { private int count; }"));

        assertThat(found).extracting(Violation::subject).containsExactly("com.acme.domain.Bad");
    }

    @Test
    void violationsOfTodayCanBeFrozen() {
        ViolationStore store = new MemoryStore();
        String old = "package com.acme.domain; class Old { private int count; java.util.UUID id() {"
                + " return java.util.UUID.randomUUID(); } }";

        assertThat(frozen(store, old)).isEmpty();
        assertThat(frozen(store, old.replace("; class", ";\n\n\nclass"))).isEmpty();
        assertThat(frozen(store, "package com.acme.domain; class Fresh { private int count; }"))
                .hasSize(1)
                .allMatch(line -> line.contains("[immutable-values] com.acme.domain.Fresh has the field count"));
    }

    private static List<String> frozen(ViolationStore store, String source) {
        return SourceCompiler.compile(
                List.of(),
                SampleProject.with(source),
                classes -> SampleProject.rules().rules().stream()
                        .map(rule ->
                                FreezingArchRule.freeze(rule).persistIn(store).evaluate(classes))
                        .flatMap(result -> result.getFailureReport().getDetails().stream())
                        .toList());
    }

    /** Keeps the violations in memory. */
    private static final class MemoryStore implements ViolationStore {
        private final Map<String, List<String>> stored = new HashMap<>();

        @Override
        public void initialize(Properties properties) {}

        @Override
        public boolean contains(ArchRule rule) {
            return stored.containsKey(rule.getDescription());
        }

        @Override
        public void save(ArchRule rule, List<String> violations) {
            stored.put(rule.getDescription(), violations);
        }

        @Override
        public List<String> getViolations(ArchRule rule) {
            return stored.getOrDefault(rule.getDescription(), List.of());
        }
    }
}
