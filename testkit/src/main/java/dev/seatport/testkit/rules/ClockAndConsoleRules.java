package dev.seatport.testkit.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Only the outermost modules may use the system clock, unseeded random numbers and the console, or exit. */
final class ClockAndConsoleRules {
    private static final String CONSTRUCTOR = "<init>";

    /** Methods that return the time or a random value with any arguments. */
    private static final Map<String, Set<String>> ALWAYS = Map.of(
            // System.nanoTime is allowed: it only measures durations.
            "java.lang.System", Set.of("currentTimeMillis"),
            "java.lang.Math", Set.of("random"),
            "java.lang.StrictMath", Set.of("random"),
            "java.time.Clock",
                    Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes"),
            "java.util.concurrent.ThreadLocalRandom", Set.of("current"));

    /** Methods that return the time or a random value without arguments. */
    private static final Map<String, Set<String>> WITHOUT_ARGUMENT = Map.of(
            "java.util.Random", Set.of(CONSTRUCTOR),
            "java.util.SplittableRandom", Set.of(CONSTRUCTOR),
            "java.util.Date", Set.of(CONSTRUCTOR),
            "java.util.Calendar", Set.of("getInstance"));

    private static final Map<String, Set<String>> EXITS =
            Map.of("java.lang.System", Set.of("exit"), "java.lang.Runtime", Set.of("exit", "halt"));

    private ClockAndConsoleRules() {}

    static List<ArchRule> of(ModuleLayout layout) {
        return List.of(
                rule(
                        layout,
                        "clocks and random numbers are arguments",
                        type -> calls(type, ClockAndConsoleRules::isTimeOrRandom)),
                rule(
                        layout,
                        "only the outermost modules print or exit",
                        type -> Stream.concat(calls(type, ClockAndConsoleRules::printsOrExits), consoles(type))));
    }

    private static ArchRule rule(
            ModuleLayout layout, String description, Function<JavaClass, Stream<String>> violations) {
        return ArchRuleFactory.noViolations(
                description,
                ModuleLayout.in(layout.packages().values()).and(not(ModuleLayout.in(layout.outermost()))),
                violations);
    }

    /** Includes method references. */
    private static Stream<String> calls(JavaClass type, Predicate<CodeUnitAccessTarget> unwanted) {
        return type.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> unwanted.test(access.getTarget()))
                .map(access -> access.getDescription());
    }

    private static Stream<String> consoles(JavaClass type) {
        return type.getFieldAccessesFromSelf().stream()
                .filter(access -> isConsole(access.getTarget()))
                .map(access -> access.getDescription());
    }

    private static boolean isTimeOrRandom(CodeUnitAccessTarget target) {
        return isOneOf(ALWAYS, target)
                || (target.getRawParameterTypes().isEmpty() && isOneOf(WITHOUT_ARGUMENT, target))
                || isSystemNow(target);
    }

    /** {@code now()} and {@code now(ZoneId)} use the system clock; {@code now(Clock)} does not. */
    private static boolean isSystemNow(CodeUnitAccessTarget target) {
        return target.getName().equals("now")
                && target.getOwner().getPackageName().startsWith("java.time")
                && target.getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.getName().equals("java.time.Clock"));
    }

    private static boolean printsOrExits(CodeUnitAccessTarget target) {
        return isOneOf(EXITS, target) || target.getName().equals("printStackTrace");
    }

    private static boolean isConsole(FieldAccessTarget target) {
        return target.getOwner().getName().equals("java.lang.System")
                && Set.of("out", "err").contains(target.getName());
    }

    private static boolean isOneOf(Map<String, Set<String>> methods, CodeUnitAccessTarget target) {
        return methods.getOrDefault(target.getOwner().getName(), Set.of()).contains(target.getName());
    }
}
