package dev.seatport.hexagon;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * Exception from a rule for one class, or for one use in it.
 *
 * @param className the full class name
 * @param rule id of the rule
 * @param use the only use that it allows, as in the message; empty allows all
 * @param reason why
 * @param until the last day
 */
record Exemption(String className, String rule, String use, String reason, LocalDate until) {
    Exemption {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("the exception of " + className + " from " + rule + " has no reason");
        }
    }

    boolean covers(Violation violation, LocalDate today) {
        return !isExpired(today) && isAbout(violation);
    }

    /** Returns a violation if this exception has expired, or if no violation needs it. */
    Stream<Violation> problems(Collection<Violation> found, LocalDate today) {
        if (isExpired(today)) {
            return Stream.of(problem("expired on " + until, "Correct the class, or decide again and set a later day"));
        }
        return found.stream().noneMatch(this::isAbout)
                ? Stream.of(problem("is not needed", "Remove it"))
                : Stream.empty();
    }

    private Violation problem(String what, String remedy) {
        return new Violation(
                rule,
                className,
                "has an exception " + (use.isEmpty() ? "" : "for " + use + " ") + "that " + what,
                "the reason of the exception was: " + reason,
                remedy);
    }

    private boolean isExpired(LocalDate today) {
        return today.isAfter(until);
    }

    private boolean isAbout(Violation violation) {
        String subject = violation.subject();
        return violation.rule().equals(rule)
                && (subject.equals(className) || subject.startsWith(className + "$"))
                && (use.isEmpty() || violation.cause().startsWith("uses " + use + " "));
    }
}
