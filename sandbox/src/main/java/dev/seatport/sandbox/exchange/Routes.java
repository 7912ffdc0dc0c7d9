package dev.seatport.sandbox.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The operations of an API by method and path. Paths are compared letter by letter, so that a misspelt one shows. Immutable.
 *
 * @param <T> what the API keeps of an operation
 */
public final class Routes<T> {
    private record Route<T>(String method, List<String> template, T operation) {}

    /**
     * What a call asks for.
     *
     * @param <T> what the API keeps of an operation
     */
    public sealed interface Match<T> {
        /** An operation, with the path's variable segments in their order. */
        record Found<T>(T operation, List<String> variables) implements Match<T> {}

        /** The path exists, the method does not; the allowed methods are separated by commas. */
        record WrongMethod<T>(String allowed) implements Match<T> {}

        /** No such path. */
        record Unknown<T>() implements Match<T> {}
    }

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

    /** Finds what the call asks for. */
    public Match<T> find(Call call) {
        TreeSet<String> otherMethods = new TreeSet<>();
        for (Route<T> route : routes) {
            if (!fits(route.template(), call.segments())) {
                continue;
            }
            if (route.method().equals(call.method())) {
                return new Match.Found<>(route.operation(), variables(route.template(), call.segments()));
            }
            otherMethods.add(route.method());
        }
        return otherMethods.isEmpty()
                ? new Match.Unknown<>()
                : new Match.WrongMethod<>(String.join(", ", otherMethods));
    }

    private static boolean fits(List<String> template, List<String> segments) {
        if (template.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < template.size(); i++) {
            if (!isVariable(template.get(i)) && !template.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> variables(List<String> template, List<String> segments) {
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < template.size(); i++) {
            if (isVariable(template.get(i))) {
                variables.add(segments.get(i));
            }
        }
        return List.copyOf(variables);
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }
}
