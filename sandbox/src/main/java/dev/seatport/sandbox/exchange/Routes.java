package dev.seatport.sandbox.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The operations of an API by method and path. Paths are compared letter by letter, so that a misspelt one shows. Immutable.
 *
 * @param <T> the type of the operations
 */
public final class Routes<T> {
    private record Route<T>(String method, List<String> template, T operation) {}

    /**
     * The result of a search.
     *
     * @param <T> the type of the operations
     * @param operation null if there is none for the path and the method
     * @param variables the path's variable segments in their order
     * @param allowedMethods of a path that exists without the method, separated by commas; empty for an unknown path
     */
    public record Match<T>(@Nullable T operation, List<String> variables, String allowedMethods) {}

    private final List<Route<T>> routes;

    private Routes(List<Route<T>> routes) {
        this.routes = routes;
    }

    /** No operations yet. */
    public static <T> Routes<T> none() {
        return new Routes<>(List.of());
    }

    /** These operations and one more; a segment of the template in braces takes any text. */
    public Routes<T> and(String method, String template, T operation) {
        List<Route<T>> more = new ArrayList<>(routes);
        more.add(new Route<>(method, List.of(template.substring(1).split("/", -1)), operation));
        return new Routes<>(List.copyOf(more));
    }

    /** Finds the operation of a request. */
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

    /** The segments where the template has braces; null if the path does not fit. */
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
