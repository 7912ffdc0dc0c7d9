package dev.seatport.hexagon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexagonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void projectWithoutViolationsPasses() {
        assertThat(SampleProject.violations(SampleProject.rules())).isEmpty();
        assertThat(SampleProject.violations(SampleProject.rules().with(RuleGroup.SUFFIXES)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            layer-dependencies      | domain          | class Bad { com.acme.ports.Payments port; }
            layer-dependencies      | ports           | interface Bad { com.acme.application.Checkout useCase(); }
            layer-dependencies      | application     | class Bad { Object used() { return new com.acme.adapter.paypal.Paypal(); } }
            layer-dependencies      | adapter.stripe  | class Bad { Object used() { return new com.acme.adapter.paypal.Paypal(); } }
            layer-dependencies      | adapter.stripe  | class Bad { com.acme.application.Checkout useCase; }
            layer-dependencies      | web             | class Bad { com.acme.adapter.paypal.Paypal adapter; }
            allowed-libraries       | domain          | class Bad { final javax.tools.Tool library = null; }
            allowed-libraries       | domain          | class Bad { final javax.management.ObjectName library = null; }
            reflective-dependencies | adapter.stripe  | class Bad { String other() { return "com.acme.adapter.paypal.Paypal"; } }
            reflective-dependencies | domain          | class Bad { Object other() throws Exception { return Class.forName("com.acme.web.OrderPage"); } }
            core-io                 | domain          | class Bad { Object read() throws Exception { return java.nio.file.Files.list(null); } }
            core-io                 | domain          | class Bad { Object call() { return java.net.http.HttpClient.class; } }
            core-io                 | application     | class Bad { Object read() { return new java.io.File("x"); } }
            core-io                 | ports           | interface Bad { java.sql.ResultSet rows(); }
            core-io                 | domain          | class Bad { void run() throws Exception { Runtime.getRuntime().exec("ls"); } }
            core-io                 | application     | class Bad { Object write() throws Exception { return new java.io.PrintWriter("file"); } }
            core-io                 | domain          | class Bad { Object write() throws Exception { return new java.io.PrintStream("file", "UTF-8"); } }
            core-io                 | ports           | class Bad { Object write() throws Exception { return new java.util.Formatter("file"); } }
            core-io                 | domain          | class Bad { Object read() throws Exception { return new java.util.zip.ZipFile("file"); } }
            internal-packages       | web             | class Bad { Object used() { return new com.acme.adapter.stripe.internal.StripeCall(); } }
            public-signatures       | adapter.stripe  | public class Bad { public com.acme.adapter.stripe.internal.StripeCall call() { return null; } }
            public-signatures       | adapter.stripe  | public class Bad { protected java.util.List<com.acme.adapter.stripe.internal.StripeCall> calls; }
            public-signatures       | adapter.stripe  | public abstract class Bad implements Iterable<com.acme.adapter.stripe.internal.StripeCall> {}
            adapter-entry           | adapter.paypal  | public class Bad {}
            adapter-entry           | web             | public class Bad { public int count; }
            immutable-values        | domain          | class Bad { private int count; }
            immutable-values        | domain          | class Bad { static int count; }
            immutable-values        | domain          | record Bad(byte[] data) {}
            immutable-values        | ports           | class Bad { String name; }
            stateless-ports         | ports           | interface Bad { java.util.List<String> SEEN = new java.util.ArrayList<>(); }
            port-interfaces         | ports           | abstract class Bad {}
            port-interfaces         | ports           | class Bad { final Payments port = null; void pay() { port.pay(null); } }
            port-interfaces         | ports           | record Bad(String name) { Object used(Payments port) { Runnable pay = () -> port.pay(null); return pay; } }
            ambient-clock           | domain          | class Bad { Object now() { return java.time.Instant.now(); } }
            ambient-clock           | application     | class Bad { java.util.function.Supplier<Object> now() { return java.time.Instant::now; } }
            ambient-clock           | domain          | class Bad { Object now() { return new java.util.GregorianCalendar(java.util.Locale.ROOT); } }
            ambient-chance          | domain          | class Bad { Object any() { return java.util.random.RandomGenerator.SplittableGenerator.of("L64X128MixRandom"); } }
            ambient-chance          | domain          | class Bad { Object id() { return java.util.UUID.randomUUID(); } }
            ambient-environment     | domain          | class Bad { Object zone() { return java.time.ZoneId.systemDefault(); } }
            ambient-environment     | application     | class Bad { Object home() { return System.getenv("HOME"); } }
            ambient-console         | domain          | class Bad { void print() { System.out.println(); } }
            ambient-console         | application     | class Bad { void print() { new Throwable().printStackTrace(); } }
            package-cycles          | domain.money    | class Bad { final com.acme.domain.order.Order order = null; }
            layer-coverage          | elsewhere       | class Bad {}
            core-names              | domain          | record BadStripeCustomer(String name) {}
            core-names              | domain.paypal   | record Bad(String name) {}
            """)
    void eachViolationIsOneLine(String rule, String home, String type) {
        List<Violation> found =
                SampleProject.violations(SampleProject.rules(), "package com.acme." + home + "; " + type);

        List<Violation> expected = found.stream()
                .filter(violation -> violation.rule().equals(rule))
                .toList();
        assertThat(expected).as(found.toString()).hasSize(1);
        assertThat(expected.get(0).toString())
                .startsWith("[" + rule + "] ")
                .contains("Bad")
                .doesNotContain("\n")
                .endsWith(".");
    }

    @Test
    void callsThatDependOnTheirArgumentsPass() {
        assertThat(SampleProject.violations(
                        SampleProject.rules().ambientIn("web"),
                        """
                        package com.acme.domain;
                        class Fine {
                            Object chance() { return new java.util.Random(7); }
                            Object day() { return new java.util.GregorianCalendar(2026, 10, 30); }
                            Object writer() { return new java.io.PrintWriter(new java.io.StringWriter()); }
                            Object text() { return new java.util.Formatter(new StringBuilder()); }
                            int processors() { return Runtime.getRuntime().availableProcessors(); }
                        }
                        """,
                        "package com.acme.web; class Fine { Object chance() { return new java.util.Random(7); } }"))
                .isEmpty();
    }

    @Test
    void forbiddenPartsAreFoundInsideAWord() {
        String room = "package com.acme.application.httpclient; class Room {}";
        String seats = "package com.acme.domain; record SeatDtos(int count) {}";
        String report = "package com.acme.domain; record AddToReport(int count) {}";

        assertThat(SampleProject.violations(SampleProject.rules().forbiddenWords("http", "dto"), room, seats, report))
                .isEmpty();
        assertThat(SampleProject.violations(SampleProject.rules().forbiddenParts("http", "dto"), room, seats, report))
                .extracting(Violation::cause)
                .containsExactly("has http in its name (Room.java)", "has dto in its name (SeatDtos.java)");
    }

    @Test
    void entryPackagesOfSeveralCallsAreAllowed() {
        assertThat(SampleProject.violations(
                        SampleProject.rules()
                                .entryPackages("stripe", "adapter.stripe")
                                .entryPackages("stripe", "adapter.stripe.options"),
                        "package com.acme.adapter.stripe.options; public class StripeOptions {}"))
                .isEmpty();
    }

    @Test
    void internalTypeInThePublicSignatureOfAPortIsReported() {
        assertThat(
                        SampleProject.violations(
                                SampleProject.rules().without(RuleGroup.LAYERS),
                                "package com.acme.ports; public interface Bad { com.acme.adapter.stripe.internal.StripeCall call(); }"))
                .extracting(Violation::rule)
                .containsExactlyInAnyOrder("internal-packages", "public-signatures");
    }

    @Test
    void messagesNameTheClassTheLineTheReasonAndTheRemedy() {
        assertThat(
                        SampleProject.violations(
                                SampleProject.rules(),
                                "package com.acme.domain; class Bad { Object used() { return com.acme.ports.Payments.class; } }"))
                .extracting(Violation::toString)
                .containsExactly("[layer-dependencies] com.acme.domain.Bad uses com.acme.ports.Payments (Bad.java:1): "
                        + "domain must not use ports, only itself. "
                        + "Move the code to the application, or pass the value as an argument.");
    }

    @Test
    void codeMovedToThePortsIsReported() {
        assertThat(SampleProject.violations(
                        SampleProject.rules(),
                        "package com.acme.ports; class Bad { void pay(Payments port) { port.pay(null); } }"))
                .extracting(Violation::toString)
                .containsExactly("[port-interfaces] com.acme.ports.Bad uses com.acme.ports.Payments (Bad.java:1): "
                        + "a class that calls a port is no port and no value. Move the class to the application.");
    }

    @Test
    void aPortWithAnAnonymousImplementationIsStillAPort() {
        assertThat(SampleProject.violations(
                        SampleProject.rules(),
                        "package com.acme.ports; public interface Refunds { void refund(); static Refunds none() {"
                                + " return new Refunds() { @Override public void refund() {} }; } }",
                        "package com.acme.ports; class Bad { void pay(Refunds port) { port.refund(); } }"))
                .extracting(Violation::rule, Violation::subject)
                .containsExactly(tuple("port-interfaces", "com.acme.ports.Bad"));
    }

    @Test
    void valuesAmongThePortsPass() {
        assertThat(SampleProject.violations(
                        SampleProject.rules(),
                        """
                        package com.acme.ports;
                        public sealed interface Outcome permits Outcome.Paid {
                            boolean isPaid();
                            static Outcome paid() { return new Paid(); }
                            record Paid() implements Outcome { @Override public boolean isPaid() { return true; } }
                        }
                        """,
                        "package com.acme.ports; public record Receipt(Outcome outcome) {"
                                + " public boolean isPaid() { return outcome.isPaid(); } }",
                        "package com.acme.ports; public record Both(Payments first, Payments second) {}",
                        """
                        package com.acme.ports;
                        public interface Refunds {
                            void refund(String number);
                            static Refunds none() { return number -> {}; }
                            default Refunds twice() {
                                return new Refunds() {
                                    @Override
                                    public void refund(String number) {
                                        Refunds.this.refund(number);
                                        Refunds.this.refund(number);
                                    }
                                };
                            }
                            enum Reason { LOST; Refunds none() { return Refunds.none(); } }
                        }
                        """))
                .isEmpty();
    }

    @Test
    void anOwnClassInNoLayerIsNotDescribedAsALibrary() {
        assertThat(SampleProject.violations(
                        SampleProject.rules().without(RuleGroup.COVERAGE),
                        "package com.acme.common; public @interface UseCase {}",
                        "package com.acme.application; @com.acme.common.UseCase class Bad {}"))
                .extracting(Violation::toString)
                .containsExactly(
                        "[allowed-libraries] com.acme.application.Bad uses com.acme.common.UseCase (Bad.java): "
                                + "com.acme.common.UseCase is in no layer. Declare its package, or move it to a package of a layer.");
    }

    @Test
    void theAllowedLibrariesAreNamed() {
        String source = "package com.acme.domain; class Bad { final javax.tools.Tool library = null; }";

        assertThat(SampleProject.violations(SampleProject.rules(), source))
                .extracting(Violation::reason)
                .containsExactly("domain may use only packages below java");
        assertThat(SampleProject.violations(SampleProject.rules().allowEverywhere("org.jspecify.."), source))
                .extracting(Violation::reason)
                .containsExactly("domain may use only org.jspecify.. and packages below java");
    }

    @Test
    void violationsAreCounted() {
        assertThatThrownBy(() -> Hexagon.report("architecture rules", List.of(violation("one"))))
                .hasMessageStartingWith("architecture rules: 1 violation" + System.lineSeparator());
        assertThatThrownBy(() -> Hexagon.report("architecture rules", List.of(violation("one"), violation("two"))))
                .hasMessageStartingWith("architecture rules: 2 violations" + System.lineSeparator());
    }

    private static Violation violation(String subject) {
        return new Violation("ambient-clock", subject, "cause", "reason", "remedy");
    }

    @Test
    void groupsAreSwitched() {
        String source = "package com.acme.domain; class Bad { private int count; }";

        assertThat(SampleProject.violations(SampleProject.rules().without(RuleGroup.VALUES), source))
                .isEmpty();
        assertThat(SampleProject.violations(SampleProject.rules().with(RuleGroup.NULLNESS)))
                .extracting(Violation::rule)
                .containsOnly("null-marked");
    }

    @Test
    void suffixesPromiseAForm() {
        Hexagon rules = SampleProject.rules().with(RuleGroup.SUFFIXES);

        assertThat(SampleProject.violations(
                        rules,
                        "package com.acme.domain; class BadId {}",
                        "package com.acme.adapter.stripe.internal; public class BadDto { public int count; }"))
                .extracting(Violation::rule)
                .containsOnly("id-records", "dto-records");
    }

    @Test
    void aLibraryIsAllowedWhereItWasNamed() {
        String source = "package com.acme.domain; class Fine { final javax.management.ObjectName library = null; }";

        assertThat(SampleProject.violations(
                        SampleProject.rules().domain("domain.extra..", "javax.management.."),
                        source,
                        "package com.acme.domain.extra; class Extra {}"))
                .isEmpty();
        assertThat(SampleProject.violations(SampleProject.rules().allowEverywhere("javax.management.."), source))
                .isEmpty();
        assertThat(SampleProject.violations(
                        SampleProject.rules()
                                .allowEverywhere("javax.management..")
                                .restrictLibrary("javax.management..", "web"),
                        source,
                        "package com.acme.web; class Fine { final javax.management.ObjectName library = null; }"))
                .extracting(Violation::rule)
                .containsExactly("restricted-libraries");
    }

    @Test
    void aLibraryMayBeRefusedInAllLayers() {
        Hexagon rules = SampleProject.rules().restrictLibrary("javax.management..");

        assertThat(SampleProject.violations(rules)).isEmpty();
        assertThat(SampleProject.violations(
                        rules, "package com.acme.web; class Bad { final javax.management.ObjectName library = null; }"))
                .extracting(Violation::toString)
                .containsExactly("[restricted-libraries] com.acme.web.Bad uses javax.management.ObjectName (Bad.java): "
                        + "no layer may use javax.management... Remove the use.");
    }

    @Test
    void anAdapterMayDeclareItsEntryTypes() {
        String options = "package com.acme.adapter.stripe; public class StripeOptions {}";

        assertThat(SampleProject.violations(
                        SampleProject.rules().entryTypes("stripe", "Stripe", "StripeOptions"), options))
                .isEmpty();
        assertThat(SampleProject.violations(
                        SampleProject.rules().entryTypes("stripe", "Stripe", "StripeOptions"),
                        options,
                        "package com.acme.adapter.stripe; public class Bad {}"))
                .extracting(Violation::subject)
                .containsExactly("com.acme.adapter.stripe.Bad");
    }

    @Test
    void anAdapterMayHideItsImplementationsOfPorts() {
        Hexagon rules = SampleProject.rules().implementPortsInternally("paypal");

        assertThat(SampleProject.violations(rules))
                .extracting(Violation::toString)
                .containsExactly(
                        "[internal-implementations] com.acme.adapter.paypal.Paypal implements com.acme.ports.Payments "
                                + "(Paypal.java): adapter paypal implements ports in internal packages only. "
                                + "Move the class to an internal package, and return the port.");
    }

    @Test
    void furtherLayersMayBeUsedAndFollowTheAmbientRules() {
        String source = "package com.acme.web; class Direct { com.acme.application.Checkout useCase; }";

        assertThat(SampleProject.violations(SampleProject.rules().mayUse("web", "application"), source))
                .isEmpty();
        assertThat(SampleProject.violations(
                        SampleProject.rules().ambientIn("web"),
                        "package com.acme.web; class Bad { Object now() { return java.time.Instant.now(); } }"))
                .extracting(Violation::rule)
                .containsExactly("ambient-clock");
    }

    @Test
    void entitiesMayChange() {
        assertThat(SampleProject.violations(
                        SampleProject.rules().mutableClasses("domain.order.Basket"),
                        "package com.acme.domain.order; public class Basket { private int count; }"))
                .isEmpty();
    }

    @Nested
    class Declarations {
        @Test
        void withoutClassesAreErrors() {
            assertThat(SampleProject.violations(SampleProject.rules().adapter("mail", "adapter.mail..")))
                    .extracting(Violation::toString)
                    .containsExactly("[declaration] mail has no classes in com.acme.adapter.mail..: "
                            + "a rule about it can never fail. Correct the package, or import its classes.");
        }

        @Test
        void withUnusedLibrariesAreErrors() {
            assertThat(SampleProject.violations(SampleProject.rules().domain("domain.order..", "org.joda..")))
                    .extracting(Violation::rule)
                    .containsExactly("declaration");
        }

        @Test
        void withMisspelledNamesAreErrors() {
            assertThat(SampleProject.violations(SampleProject.rules()
                            .mayUse("web", "applicaton")
                            .notInSignatures("io.smalrye..")
                            .mutableClasses("domain.order.Baskt")
                            .entryTypes("stripe", "Paypal")))
                    .extracting(Violation::toString)
                    .containsExactly(
                            "[declaration] web may use applicaton, which is not the name of a layer: "
                                    + "a rule about it can never fail. Correct the name, or remove it.",
                            "[declaration] stripe has no entry type Paypal: "
                                    + "a rule about it can never fail. Correct the name, or remove it.",
                            "[declaration] com.acme.domain.order.Baskt is declared with mutableClasses and is no class of the core: "
                                    + "a rule about it can never fail. Correct the name, or remove it.",
                            "[declaration] io.smalrye.. is not to be in signatures, and no layer uses it: "
                                    + "a rule about it can never fail. Correct the library, or remove it.");
        }

        @Test
        void withUnknownNamesAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SampleProject.rules().mayUse("attic", "domain"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SampleProject.rules().inbound("stripe", "x.."));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SampleProject.rules().except("com.acme.Bad", "nonsense", "reason", DAY));
        }
    }

    @Nested
    class Exceptions {
        private static final String SOURCE =
                "package com.acme.domain; class Bad { Object now() { return java.time.Instant.now(); } }";

        private Hexagon rules(LocalDate day) {
            return SampleProject.rules()
                    .except("com.acme.domain.Bad", "ambient-clock", "moved with the next release", DAY)
                    .asOf(day);
        }

        @Test
        void coverAClassUntilTheirLastDay() {
            assertThat(SampleProject.violations(rules(DAY), SOURCE)).isEmpty();
        }

        @Test
        void coverOneUseOnly() {
            Hexagon one = SampleProject.rules()
                    .asOf(DAY)
                    .exceptUse("com.acme.domain.Bad", "ambient-clock", "Instant.now", "why", DAY);

            assertThat(SampleProject.violations(one, SOURCE)).isEmpty();
            assertThat(SampleProject.violations(
                            one,
                            SOURCE.replace(
                                    "java.time.Instant.now()",
                                    "java.time.Instant.now().getEpochSecond() + System.currentTimeMillis()")))
                    .extracting(Violation::cause)
                    .containsExactly("uses System.currentTimeMillis (Bad.java:1)");
            assertThat(SampleProject.violations(one, SOURCE.replace("Instant", "LocalDate")))
                    .extracting(Violation::cause)
                    .containsExactlyInAnyOrder(
                            "uses LocalDate.now (Bad.java:1)", "has an exception for Instant.now that is not needed");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> SampleProject.rules().exceptUse("com.acme.Bad", "ambient-clock", " ", "why", DAY));
        }

        @Test
        void expire() {
            assertThat(SampleProject.violations(rules(DAY.plusDays(1)), SOURCE))
                    .extracting(Violation::toString)
                    .hasSize(2)
                    .anyMatch(line -> line.contains("has an exception that expired on 2026-11-30: the reason of the "
                            + "exception was: moved with the next release"));
        }

        @Test
        void areViolationsIfNothingNeedsThem() {
            assertThat(SampleProject.violations(rules(DAY)))
                    .extracting(Violation::cause)
                    .containsExactly("has an exception that is not needed");
        }

        @Test
        void needAReason() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SampleProject.rules().except("com.acme.Bad", "ambient-clock", " ", DAY));
        }
    }
}
