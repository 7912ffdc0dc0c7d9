package dev.seatport.sandbox.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Operations of an API by method and path. Path comparison is case-sensitive, so that a misspelled path fails. Immutable.
 *
 * @param <T> type of the operations
 */
public final class Routes<T> {
    private record Route<T>(String method, List<String> template, T operation) {}

    /**
     * Result of a lookup.
     *
     * @param <T> type of the operations
     * @param operation null if the path and method have none
     * @param variables variable segments of the path, in order
     * @param allowedMethods comma-separated methods of a known path whose method is wrong; empty for an unknown path
     */
    public record Match<T>(@Nullable T operation, List<String> variables, String allowedMethods) {}

    private final List<Route<T>> routes;

    private Routes(List<Route<T>> routes) {
        this.routes = routes;
    }

    /** Returns an empty table. */
    public static <T> Routes<T> empty() {
        return new Routes<>(List.of());
    }

    /** Adds an operation. A template segment in braces matches any text. */
    public Routes<T> with(String method, String template, T operation) {
        List<Route<T>> more = new ArrayList<>(routes);
        more.add(new Route<>(method, List.of(template.substring(1).split("/", -1)), operation));
        return new Routes<>(List.copyOf(more));
    }

    /** Returns the operation of a request. */
    public Match<T> find(SandboxRequest request) {
        TreeSet<String> allowed = new TreeSet<>();
        for (Route<T> route : routes) {
            List<String> variables = variables(route.template(), request.segments());
            if (variables != null && route.method().equals(request.method())) {
                return new Match<>(route.operation(), variables, "");
            }
            if (variables != null) {
                allowed.add(route.method());
            }
        }
        return new Match<>(null, List.of(), String.join(", ", allowed));
    }

    /** Returns the segments at the template's braces; null if the path does not match. */
    private static @Nullable List<String> variables(List<String> template, List<String> segments) {
        if (template.size() != segments.size()) {
            return null;
        }
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < template.size(); i++) {
            if (template.get(i).startsWith("{")) {
                variables.add(segments.get(i));
            } else if (!template.get(i).equals(segments.get(i))) {
                return null;
            }
        }
        return variables;
    }
}
