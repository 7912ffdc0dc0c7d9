package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves that the rules of a declaration fail: generates classes with one violation each in the layers of the project,
 * compiles them into a temporary folder and checks them together with the project. Needs a JDK.
 *
 * <pre>{@code
 * RuleProof.of(hexagon, hexagon.importClasses()).everyRuleReportsItsViolation();
 * }</pre>
 */
public final class RuleProof {
    private static final String JAVA = ".java";

    private final Hexagon hexagon;
    private final List<JavaClass> project;

    private RuleProof(Hexagon hexagon, JavaClasses classes) {
        this.hexagon = hexagon;
        this.project = classes.stream().toList();
    }

    /** Returns the proof for the layers that have classes in the project. */
    public static RuleProof of(Hexagon hexagon, JavaClasses classes) {
        return new RuleProof(hexagon, classes);
    }

    /**
     * Proves the {@linkplain #provableRules rules that this project could break}. A rule about something that the project does not
     * have, such as components, is skipped. To notice that, compare {@link #provableRules} with a fixed list.
     *
     * @throws AssertionError with one line for each violating class that its rule does not report
     */
    public void everyRuleReportsItsViolation() {
        List<String> silent = silent(ViolatingSources.of(hexagon, project));
        if (!silent.isEmpty()) {
            throw new AssertionError(
                    "rules that do not fail:" + System.lineSeparator() + String.join(System.lineSeparator(), silent));
        }
    }

    /**
     * Returns whether a rule reports all of its violating classes.
     *
     * @param rule id of the rule
     * @throws IllegalArgumentException if no layer of this project can break the rule
     */
    public boolean reportsItsViolation(String rule) {
        List<ViolatingSources.Violator> plants = ViolatingSources.of(hexagon, project).stream()
                .filter(plant -> plant.rule().equals(rule))
                .toList();
        if (plants.isEmpty()) {
            throw new IllegalArgumentException(rule + " cannot be broken in this project, see provableRules()");
        }
        return silent(plants).isEmpty();
    }

    /** Returns the ids of the rules that are switched on and that a generated class in this project can break. */
    public Set<String> provableRules() {
        return ViolatingSources.of(hexagon, project).stream()
                .map(ViolatingSources.Violator::rule)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns the violations of the project with these classes.
     *
     * @param sources Java sources, each with a package and one outermost type
     */
    public List<Violation> violationsWith(String... sources) {
        return SourceCompiler.compile(project, List.of(sources), planted -> hexagon.violations(together(planted)));
    }

    /**
     * Proves that each Java file of a folder is reported: compiles it with the project, and expects one violation of the rule in
     * its first line, such as {@code // ambient-clock}. The violation is one line with the name of the file without {@code .java}.
     *
     * @param folder the folder, without those below
     * @throws AssertionError with one line for each file that is not reported by one violation, or if there is no file
     */
    public void everyFileIsReported(Path folder) {
        List<String> wrong = javaFiles(folder).stream()
                .flatMap(file -> problem(file).stream())
                .toList();
        if (!wrong.isEmpty()) {
            throw new AssertionError("files that are not reported:" + System.lineSeparator()
                    + String.join(System.lineSeparator(), wrong));
        }
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(JAVA))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new AssertionError(folder + " has no Java file: correct the folder, or add a violating class");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private Optional<String> problem(Path file) {
        try {
            String source = Files.readString(file);
            String rule =
                    source.lines().findFirst().orElse("").replace("//", "").strip();
            String name = file.getFileName().toString().replace(JAVA, "");
            List<Violation> found = violationsWith(source).stream()
                    .filter(violation -> violation.rule().equals(rule))
                    .toList();
            boolean reported =
                    found.size() == 1 && isOneLineAbout(name, found.get(0).toString());
            return reported
                    ? Optional.empty()
                    : Optional.of(
                            file.getFileName() + " needs one violation of " + rule + " with its name, found " + found);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static boolean isOneLineAbout(String name, String text) {
        return text.contains(name) && text.lines().count() == 1;
    }

    private List<JavaClass> together(JavaClasses planted) {
        return Stream.concat(project.stream(), planted.stream()).toList();
    }

    private List<String> silent(List<ViolatingSources.Violator> plants) {
        List<String> sources = plants.stream()
                .flatMap(plant -> plant.sources().stream())
                .distinct()
                .toList();
        return SourceCompiler.compile(project, sources, planted -> silent(plants, together(planted)));
    }

    private List<String> silent(List<ViolatingSources.Violator> plants, List<JavaClass> classes) {
        List<String> silent = new ArrayList<>();
        for (ArchitectureRule rule : hexagon.active().toList()) {
            Set<String> reports = rule.violations(hexagon.layout(), classes)
                    .map(Violation::toString)
                    .collect(Collectors.toSet());
            plants.stream()
                    .filter(plant -> plant.rule().equals(rule.id()))
                    .filter(plant -> reports.stream().noneMatch(report -> report.contains(plant.mark())))
                    .map(plant -> rule.id() + " does not report " + plant.mark())
                    .forEach(silent::add);
        }
        return silent;
    }
}
