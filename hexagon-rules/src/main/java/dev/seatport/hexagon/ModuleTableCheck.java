package dev.seatport.hexagon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the table of modules in a Markdown document with the modules and dependencies of a Maven build.
 *
 * <p>The table is the first whose first column is "module". If it has a column "may use", a module may depend only on the
 * modules named there and on those that they depend on. A cell that begins with "all" or "any" allows every module, an empty cell
 * none. The row of a folder stands for all modules below it. A row with a final asterisk, such as {@code adapters-*}, stands for all
 * modules that begin with its text and have no row of their own.
 */
public final class ModuleTableCheck {
    static final String MODULE_TABLE = "module-table";

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern ALL = Pattern.compile("(?:all|any)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATOR = Pattern.compile(":?-+:?");

    /** Cell of a module that has no row, or of a table without the column. */
    private static final String ANY = "any";

    private final Path document;
    private final Path root;

    private ModuleTableCheck(Path document, Path root) {
        this.document = document;
        this.root = root;
    }

    /**
     * Returns the comparison.
     *
     * @param document the Markdown document, such as the README
     * @param root the folder of the root {@code pom.xml}
     */
    public static ModuleTableCheck of(Path document, Path root) {
        return new ModuleTableCheck(document, root);
    }

    /**
     * Compares both.
     *
     * @throws AssertionError with one line for each difference
     */
    public void check() {
        Hexagon.report("module table", violations());
    }

    /** Returns one violation for each difference. */
    public List<Violation> violations() {
        Map<String, String> rows = rows();
        if (rows.isEmpty()) {
            return List.of(
                    violation(document.toString(), "has no table of modules", "Add one, or name another document"));
        }
        Map<String, MavenPom> poms = poms();
        List<Violation> found = new ArrayList<>();
        for (String module : poms.keySet()) {
            if (rows.keySet().stream().noneMatch(row -> covers(row, module))) {
                found.add(violation(module, "is a module of the build without a row", "Add a row for it"));
            }
        }
        for (String row : rows.keySet()) {
            if (poms.keySet().stream().noneMatch(module -> covers(row, module))) {
                found.add(violation(row, "has a row and is no module of the build", "Remove the row"));
            }
        }
        poms.forEach((module, pom) -> unnamed(module, poms, rows)
                .forEach(used -> found.add(violation(
                        module,
                        "depends on " + used + ", which its row does not name",
                        "Name it in the row, or remove the dependency"))));
        return List.copyOf(found);
    }

    private Violation violation(String subject, String cause, String remedy) {
        return new Violation(
                MODULE_TABLE, subject, cause, "readers rely on the table in " + document.getFileName(), remedy);
    }

    private static boolean covers(String row, String module) {
        return module.equals(row)
                || module.startsWith(row + "/")
                || (row.endsWith("*") && module.startsWith(row.substring(0, row.length() - 1)));
    }

    private Map<String, MavenPom> poms() {
        Map<String, MavenPom> poms = new LinkedHashMap<>();
        for (String module : MavenPom.read(root.resolve("pom.xml")).modules()) {
            poms.put(module, MavenPom.read(root.resolve(module).resolve("pom.xml")));
        }
        return poms;
    }

    /** Returns the modules that a module depends on, and that its row allows neither directly nor through another. */
    private static Set<String> unnamed(String module, Map<String, MavenPom> poms, Map<String, String> rows) {
        @Nullable String ownRow = rows.get(module);
        String mayUse = ownRow != null
                ? ownRow
                : rows.entrySet().stream()
                        .filter(row -> covers(row.getKey(), module))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(ANY);
        if (ALL.matcher(mayUse).lookingAt()) {
            return Set.of();
        }
        Set<String> allowed = new TreeSet<>();
        NAME.matcher(mayUse).results().map(found -> found.group(1)).forEach(name -> addWithUsed(name, poms, allowed));
        return used(module, poms)
                .filter(name -> !allowed.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void addWithUsed(String module, Map<String, MavenPom> poms, Set<String> found) {
        if (found.add(module)) {
            used(module, poms).forEach(used -> addWithUsed(used, poms, found));
        }
    }

    /** Returns the modules of this build that production code of a module is compiled with. */
    private static Stream<String> used(String module, Map<String, MavenPom> poms) {
        MavenPom pom = poms.get(module);
        return pom == null
                ? Stream.empty()
                : pom.dependencies().stream()
                        .filter(MavenPom.Dependency::isCompiled)
                        .flatMap(dependency -> poms.entrySet().stream()
                                .filter(entry -> entry.getValue().artifactId().equals(dependency.artifactId()))
                                .map(Map.Entry::getKey));
    }

    /** Returns what each module may use. */
    private Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        int mayUse = -1;
        boolean inside = false;
        for (String line : lines()) {
            List<String> cells = cells(line);
            if (!inside && !cells.isEmpty() && cells.get(0).equalsIgnoreCase("module")) {
                inside = true;
                mayUse = cells.stream()
                        .map(cell -> cell.toLowerCase(Locale.ROOT))
                        .toList()
                        .indexOf("may use");
            } else if (inside && cells.isEmpty()) {
                return rows;
            } else if (inside && !SEPARATOR.matcher(cells.get(0)).matches()) {
                String used = mayUse < cells.size() ? cells.get(Math.max(0, mayUse)) : "";
                rows.put(name(cells.get(0)), mayUse < 0 ? ANY : used);
            }
        }
        return rows;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        String row = line.strip();
        if (!row.startsWith("|")) {
            return List.of();
        }
        return Arrays.stream(row.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static String name(String cell) {
        return NAME.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElse(cell);
    }
}
