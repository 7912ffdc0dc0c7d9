package dev.seatport.hexagon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons of classes with poms, module descriptors, tests and documents. */
class ProjectFilesTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Nested
    class Modules {
        private static final String POM = """
                <project>
                  <artifactId>acme</artifactId>
                  <dependencies>
                    %s
                    <dependency><artifactId>acme-driver</artifactId><scope>runtime</scope></dependency>
                    <dependency><artifactId>acme-fixtures</artifactId><scope>test</scope></dependency>
                  </dependencies>
                </project>
                """;

        private List<Violation> violations(String dependencies, String descriptor) throws IOException {
            return check(dependencies, descriptor).violations();
        }

        private ModuleDescriptorCheck check(String dependencies, String descriptor) throws IOException {
            write("pom.xml", POM.formatted(dependencies));
            Path module = write("src/module-info.java", descriptor);
            Path code = write("src/acme/internal/Code.java", "package acme.internal; public class Code {}");
            StringWriter messages = new StringWriter();
            int status = ToolProvider.findFirst("javac")
                    .orElseThrow()
                    .run(
                            new PrintWriter(messages),
                            new PrintWriter(messages),
                            "-d",
                            folder.resolve("target/classes").toString(),
                            "--module-path",
                            System.getProperty("jdk.module.path", "")
                                    + File.pathSeparator
                                    + System.getProperty("java.class.path", ""),
                            module.toString(),
                            code.toString());
            assertThat(status).as(messages.toString()).isZero();
            return ModuleDescriptorCheck.of(folder);
        }

        @Test
        void thatAgreePass() throws IOException {
            assertThat(violations("", "module acme { requires static java.sql; opens acme.internal to java.sql; }"))
                    .isEmpty();
            assertThatCode(() -> check("", "module acme {}").check()).doesNotThrowAnyException();
        }

        @Test
        void mustRequireTheDependenciesOfTheirPom() throws IOException {
            String jspecify = "<dependency><artifactId>jspecify</artifactId></dependency>";

            assertThat(violations(jspecify, "module acme {}"))
                    .extracting(Violation::toString)
                    .containsExactly("[module-dependencies] acme depends on jspecify in pom.xml and does not require "
                            + "org.jspecify: a dependency that no code needs reaches all users of the module. "
                            + "Remove it, give it the scope runtime or test, or require it.");
            assertThat(violations("<dependency><artifactId>absent</artifactId></dependency>", "module acme {}"))
                    .extracting(Violation::cause)
                    .containsExactly("and it is not on the class path of this test");
        }

        @Test
        void mustUseTheModulesThatTheyRequire() throws IOException {
            ModuleDescriptorCheck check = check("", "module acme { requires java.sql; }");

            assertThat(check.violations()).extracting(Violation::subject).containsExactly("acme requires java.sql");
            assertThat(check.except("acme requires java.sql", "module-requires", "a driver", LocalDate.of(2026, 11, 30))
                            .asOf(LocalDate.of(2026, 11, 30))
                            .violations())
                    .isEmpty();
        }

        @Test
        void withoutACompiledDescriptorAreViolations() {
            assertThat(ModuleDescriptorCheck.of(folder.resolve("misspelled")).violations())
                    .extracting(Violation::rule)
                    .containsExactly("module-descriptor");
            assertThatIllegalArgumentException().isThrownBy(ModuleDescriptorCheck::of);
        }

        @Test
        void mustNotExportOrOpenInternalsToAll() throws IOException {
            assertThat(violations("", "module acme { exports acme.internal; opens acme.internal; }"))
                    .extracting(Violation::subject)
                    .containsExactlyInAnyOrder("acme exports acme.internal", "acme opens acme.internal");
            assertThat(violations("", "open module acme {}"))
                    .extracting(Violation::rule)
                    .containsExactly("module-opens");
        }
    }

    @Nested
    class Tables {
        private List<Violation> violations(String table) throws IOException {
            write("pom.xml", "<project><modules><module>core</module><module>web</module></modules></project>");
            write("core/pom.xml", "<project><artifactId>acme-core</artifactId></project>");
            write("web/pom.xml", """
                    <project>
                      <artifactId>acme-web</artifactId>
                      <dependencies><dependency><artifactId>acme-core</artifactId></dependency></dependencies>
                    </project>
                    """);
            return ModuleTableCheck.of(write("README.md", table), folder).violations();
        }

        @Test
        void thatAgreePass() throws IOException {
            assertThat(violations("""
                    | Module | content | may use |
                    |---|---|---|
                    | [`core`](core) | values | JDK |
                    | `web` | pages | `core`, Jetty |
                    """)).isEmpty();
        }

        @Test
        void nameSeveralModulesByAnAsterisk() throws IOException {
            assertThat(violations("""
                    | module | content | may use |
                    |---|---|---|
                    | `*` | any other | |
                    | `web` | pages | JDK |
                    | `mail-*` | letters | |
                    """))
                    .extracting(Violation::subject, Violation::cause)
                    .containsExactly(
                            tuple("mail-*", "has a row and is no module of the build"),
                            tuple("web", "depends on core, which its row does not name"));
        }

        @Test
        void nameEachModuleAndNoOther() throws IOException {
            assertThat(violations("""
                    | module | content |
                    |---|---|
                    | `core` | values |
                    | `mail` | letters |
                    """)).extracting(Violation::subject).containsExactly("web", "mail");
        }

        @Test
        void nameTheDependencies() throws IOException {
            assertThat(violations("""
                    | module | may use |
                    |---|---|
                    | `core` | JDK |
                    | `web` | JDK |
                    """))
                    .extracting(Violation::cause)
                    .containsExactly("depends on core, which its row does not name");
        }

        @Test
        void allowEachModuleOnlyAtTheBeginOfACell() throws IOException {
            String table = """
                    | module | may use |
                    |:---|---|
                    | `core` | |
                    | `web` | %s |
                    """;

            assertThat(violations(table.formatted("All of them"))).isEmpty();
            assertThat(violations(table.formatted("any"))).isEmpty();
            assertThat(violations(table.formatted("Jetty, not all of it"))).hasSize(1);
            assertThat(violations(table.formatted(""))).hasSize(1);
        }

        @Test
        void areExpected() throws IOException {
            assertThat(violations("No table")).hasSize(1);
        }
    }

    @Nested
    class Contracts {
        private static final String CONTRACT = "package com.acme.ports; public abstract class PaymentsContract {"
                + " protected abstract Payments payments(); }";
        private static final String STRIPE_TEST = "package com.acme.tests; class StripeTest extends"
                + " com.acme.ports.PaymentsContract { @Override protected com.acme.ports.Payments payments() {"
                + " return new com.acme.adapter.stripe.Stripe(); } }";
        private static final String PAYPAL_TEST = "package com.acme.adapter.paypal; class PaypalTest extends"
                + " com.acme.ports.PaymentsContract { @Override protected com.acme.ports.Payments payments() {"
                + " throw new IllegalStateException(); } }";

        private List<Violation> violations(ContractTestCheck check, String... tests) {
            return SourceCompiler.compile(
                    List.of(),
                    SampleProject.with(),
                    production -> SourceCompiler.compile(
                            production.stream().toList(),
                            List.of(tests),
                            found -> check.violations(production, found)));
        }

        private final ContractTestCheck check = ContractTestCheck.of(SampleProject.rules());

        @Test
        void passIfEachAdapterHasATest() {
            assertThat(violations(check, CONTRACT, STRIPE_TEST, PAYPAL_TEST)).isEmpty();
        }

        @Test
        void areMissingIfNoTestOfTheAdapterExtendsThem() {
            assertThat(violations(check, CONTRACT, STRIPE_TEST))
                    .extracting(Violation::toString)
                    .containsExactly("[contract-tests] adapter paypal implements com.acme.ports.Payments without a "
                            + "contract test: no test of this adapter extends PaymentsContract. "
                            + "Add a test that extends PaymentsContract and creates the adapter.");
        }

        @Test
        void areMissingIfThePortHasNone() {
            assertThat(violations(check, "package com.acme.tests; class OtherTest {}"))
                    .extracting(Violation::reason)
                    .containsOnly("there is no class PaymentsContract")
                    .hasSize(2);
        }

        @Test
        void mayHaveAnotherNameOrBeLeftOut() {
            assertThat(violations(
                            check.contract("Payments", "StripeTest"), "package com.acme.tests; class StripeTest {}"))
                    .extracting(Violation::reason)
                    .containsOnly("no test of this adapter extends StripeTest");
            assertThat(violations(
                            check.withoutContract("Payments", "the sandbox tests it"),
                            "package com.acme.tests; class OtherTest {}"))
                    .isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> check.withoutContract("Payments", ""));
        }

        @Test
        void areViolationsIfNoAdapterImplementsAPort() {
            JavaClasses none = new ClassFileImporter().importClasses();

            assertThat(check.violations(none, none))
                    .extracting(Violation::toString)
                    .containsExactly("[contract-tests] adapters implement no outbound port: the check can never fail. "
                            + "Correct the packages of the declaration, or import the classes of the adapters.");
        }
    }
}
