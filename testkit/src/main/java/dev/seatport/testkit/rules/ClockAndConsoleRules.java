package dev.seatport.testkit.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

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

/** Time, chance and the console belong to the process: only its outermost modules may reach for them. */
final class ClockAndConsoleRules {
    private static final String CONSTRUCTOR = "<init>";

    /** Methods that answer with the time or by chance whatever they are given. */
    private static final Map<String, Set<String>> ALWAYS = Map.of(
            // System.nanoTime is no time of day: it only measures, and serves as the default of such an argument.
            "java.lang.System", Set.of("currentTimeMillis"),
            "java.lang.Math", Set.of("random"),
            "java.lang.StrictMath", Set.of("random"),
            "java.time.Clock",
                    Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes"),
            "java.util.concurrent.ThreadLocalRandom", Set.of("current"));

    /** Methods that do so when nothing is given. */
    private static final Map<String, Set<String>> WITHOUT_ARGUMENT = Map.of(
            "java.util.Random", Set.of(CONSTRUCTOR),
            "java.util.SplittableRandom", Set.of(CONSTRUCTOR),
            "java.util.Date", Set.of(CONSTRUCTOR),
            "java.util.Calendar", Set.of("getInstance"));

    private static final Map<String, Set<String>> EXITS =
            Map.of("java.lang.System", Set.of("exit"), "java.lang.Runtime", Set.of("exit", "halt"));

    private ClockAndConsoleRules() {}

    static List<ArchRule> of(ModuleLayout moduleLayout) {
        return List.of(
                rule(
                        moduleLayout,
                        "time and chance are arguments",
                        type -> calls(type, ClockAndConsoleRules::asksForTimeOrChance)),
                rule(
                        moduleLayout,
                        "only the outermost modules print or exit",
                        type -> Stream.concat(calls(type, ClockAndConsoleRules::printsOrExits), consoles(type))));
    }

    private static ArchRule rule(
            ModuleLayout moduleLayout, String description, Function<JavaClass, Stream<String>> wrongs) {
        return classes()
                .that(ModuleLayout.in(moduleLayout.packages().values()))
                .and(not(ModuleLayout.in(moduleLayout.outermost())))
                .should(ArchConditions.nothingFoundBy("leave that to the outermost modules", wrongs))
                .as(description)
                .allowEmptyShould(false);
    }

    /** Calls and method references alike. */
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

    private static boolean asksForTimeOrChance(CodeUnitAccessTarget target) {
        return isOneOf(ALWAYS, target)
                || (target.getRawParameterTypes().isEmpty() && isOneOf(WITHOUT_ARGUMENT, target))
                || isNowOfTheSystem(target);
    }

    /** {@code now()} and {@code now(ZoneId)} ask the system; {@code now(Clock)} asks what it is given. */
    private static boolean isNowOfTheSystem(CodeUnitAccessTarget target) {
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
