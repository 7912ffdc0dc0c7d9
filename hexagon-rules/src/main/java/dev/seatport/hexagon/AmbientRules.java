package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Clock, chance, environment and console are arguments in the core, and in the layers that were named. */
final class AmbientRules {
    static final String CLOCK = "ambient-clock";
    static final String CHANCE = "ambient-chance";
    static final String ENVIRONMENT = "ambient-environment";
    static final String CONSOLE = "ambient-console";

    private static final String NEW = "<init>";
    private static final String NOW = "now";

    /**
     * Method that depends on the surroundings of the process.
     *
     * @param rule id of the rule
     * @param owner the class; empty means any class
     * @param method the method, or the name of constructors in bytecode; empty means each method
     * @param parameters the number of parameters of the form that does, or {@link #ANY}
     * @param sample an expression or a statement that calls it, for the proof of the rule; empty for a library
     */
    record Call(String rule, String owner, String method, int parameters, String sample) {
        private static final int ANY = -1;

        private static Call of(String rule, String owner, String method, String sample) {
            return new Call(rule, owner, method, ANY, sample);
        }

        private static Call withoutArgument(String rule, String owner, String method, String sample) {
            return new Call(rule, owner, method, 0, sample);
        }

        /** Each nested interface of {@code RandomGenerator} declares a method {@code of}. */
        private static Call generator(String kind) {
            String name = kind + "Generator.of";
            return of(
                    CHANCE,
                    "java.util.random.RandomGenerator$" + kind + "Generator",
                    "of",
                    "java.util.random.RandomGenerator." + name + "(\"" + kind + "\")");
        }

        private boolean isCallOf(CodeUnitAccessTarget target) {
            return (method.isEmpty() || method.equals(target.getName()))
                    && (owner.isEmpty() || owner.equals(target.getOwner().getName()))
                    && (parameters == ANY
                            || parameters == target.getRawParameterTypes().size());
        }
    }

    /**
     * Static field of Kotlin that depends on the surroundings of the process. Code that only passes its value calls no method.
     *
     * @param rule id of the rule
     * @param owner the class
     * @param field the field in bytecode
     * @param text the name in Kotlin
     */
    private record KotlinObject(String rule, String owner, String field, String text) {
        private boolean isTargetOf(AccessTarget target) {
            return owner.equals(target.getOwner().getName()) && field.equals(target.getName());
        }
    }

    /** Use of a method or a field, with its place in the source. */
    private record Use(String target, String location, int line) {
        private static Use of(JavaAccess<?> access) {
            AccessTarget target = access.getTarget();
            return of(access, nameInPackage(target.getOwner()) + "." + target.getName());
        }

        private static Use of(JavaAccess<?> access, String target) {
            return new Use(target, access.getSourceCodeLocation().toString(), access.getLineNumber());
        }

        /** The simple name of a nested class, such as {@code Default}, does not identify it. */
        private static String nameInPackage(JavaClass type) {
            String name = type.getName();
            return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
        }
    }

    /** System.nanoTime is not in this table: it only measures durations. */
    static final List<Call> CALLS = List.of(
            Call.of(CLOCK, "java.lang.System", "currentTimeMillis", "System.currentTimeMillis()"),
            Call.of(CLOCK, "java.time.Clock", "systemUTC", "java.time.Clock.systemUTC()"),
            Call.of(CLOCK, "java.time.Clock", "systemDefaultZone", "java.time.Clock.systemDefaultZone()"),
            Call.of(CLOCK, "java.time.Clock", "system", "java.time.Clock.system(java.time.ZoneOffset.UTC)"),
            Call.of(CLOCK, "java.time.Clock", "tickMillis", "java.time.Clock.tickMillis(java.time.ZoneOffset.UTC)"),
            Call.of(CLOCK, "java.time.Clock", "tickSeconds", "java.time.Clock.tickSeconds(java.time.ZoneOffset.UTC)"),
            Call.of(CLOCK, "java.time.Clock", "tickMinutes", "java.time.Clock.tickMinutes(java.time.ZoneOffset.UTC)"),
            Call.of(CLOCK, "java.time.InstantSource", "system", "java.time.InstantSource.system()"),
            Call.withoutArgument(CLOCK, "java.util.Date", NEW, "new java.util.Date()"),
            Call.withoutArgument(CLOCK, "java.util.GregorianCalendar", NEW, "new java.util.GregorianCalendar()"),
            // With three arguments or more, the calendar has a fixed day.
            new Call(
                    CLOCK,
                    "java.util.GregorianCalendar",
                    NEW,
                    1,
                    "new java.util.GregorianCalendar(java.util.Locale.ROOT)"),
            new Call(
                    CLOCK,
                    "java.util.GregorianCalendar",
                    NEW,
                    2,
                    "new java.util.GregorianCalendar(java.util.TimeZone.getTimeZone(\"UTC\"), java.util.Locale.ROOT)"),
            Call.of(CLOCK, "java.util.Calendar", "getInstance", "java.util.Calendar.getInstance()"),
            Call.of(CHANCE, "java.lang.Math", "random", "Math.random()"),
            Call.of(CHANCE, "java.lang.StrictMath", "random", "StrictMath.random()"),
            Call.withoutArgument(CHANCE, "java.util.Random", NEW, "new java.util.Random()"),
            Call.withoutArgument(CHANCE, "java.util.SplittableRandom", NEW, "new java.util.SplittableRandom()"),
            Call.of(CHANCE, "java.security.SecureRandom", NEW, "new java.security.SecureRandom()"),
            Call.withoutArgument(
                    CHANCE,
                    "java.util.random.RandomGeneratorFactory",
                    "create",
                    "java.util.random.RandomGeneratorFactory.of(\"Random\").create()"),
            Call.of(CHANCE, "java.util.UUID", "randomUUID", "java.util.UUID.randomUUID()"),
            Call.of(
                    CHANCE,
                    "java.util.concurrent.ThreadLocalRandom",
                    "current",
                    "java.util.concurrent.ThreadLocalRandom.current()"),
            Call.of(
                    CHANCE,
                    "java.util.random.RandomGenerator",
                    "getDefault",
                    "java.util.random.RandomGenerator.getDefault()"),
            Call.of(
                    CHANCE,
                    "java.util.random.RandomGenerator",
                    "of",
                    "java.util.random.RandomGenerator.of(\"Random\")"),
            Call.generator("Splittable"),
            Call.generator("Jumpable"),
            Call.generator("Leapable"),
            Call.generator("Streamable"),
            Call.generator("ArbitrarilyJumpable"),
            Call.of(ENVIRONMENT, "java.time.ZoneId", "systemDefault", "java.time.ZoneId.systemDefault()"),
            Call.of(ENVIRONMENT, "java.util.TimeZone", "getDefault", "java.util.TimeZone.getDefault()"),
            Call.of(ENVIRONMENT, "java.util.Locale", "getDefault", "java.util.Locale.getDefault()"),
            Call.of(
                    ENVIRONMENT,
                    "java.nio.charset.Charset",
                    "defaultCharset",
                    "java.nio.charset.Charset.defaultCharset()"),
            Call.of(ENVIRONMENT, "java.lang.System", "getenv", "System.getenv()"),
            Call.of(ENVIRONMENT, "java.lang.System", "getProperty", "System.getProperty(\"user.name\")"),
            Call.of(ENVIRONMENT, "java.lang.System", "getProperties", "System.getProperties()"),
            Call.of(ENVIRONMENT, "java.lang.Integer", "getInteger", "Integer.getInteger(\"size\")"),
            Call.of(ENVIRONMENT, "java.lang.Long", "getLong", "Long.getLong(\"size\")"),
            Call.of(ENVIRONMENT, "java.lang.Boolean", "getBoolean", "Boolean.getBoolean(\"debug\")"),
            Call.of(CONSOLE, "java.lang.System", "console", "System.console()"));

    /** Methods whose sample is a statement: they have no result, declare an exception, or belong to a library. */
    static final List<Call> STATEMENTS = List.of(
            Call.of(CONSOLE, "java.lang.System", "exit", "System.exit(1);"),
            Call.of(CONSOLE, "java.lang.Runtime", "exit", "Runtime.getRuntime().exit(1);"),
            Call.of(CONSOLE, "java.lang.Runtime", "halt", "Runtime.getRuntime().halt(1);"),
            Call.of(CONSOLE, "", "printStackTrace", "new Throwable().printStackTrace();"),
            new Call(
                    CHANCE,
                    "java.util.Collections",
                    "shuffle",
                    1,
                    "java.util.Collections.shuffle(new java.util.ArrayList<Object>());"),
            Call.of(
                    CHANCE,
                    "java.security.SecureRandom",
                    "getInstance",
                    "java.security.SecureRandom.getInstance(\"DRBG\");"),
            Call.of(
                    CHANCE,
                    "java.security.SecureRandom",
                    "getInstanceStrong",
                    "java.security.SecureRandom.getInstanceStrong();"),
            Call.of(CHANCE, "kotlin.random.Random$Default", "", ""),
            // With a second argument, the caller passes the random numbers.
            new Call(CHANCE, "kotlin.collections.CollectionsKt", "shuffled", 1, ""),
            new Call(CHANCE, "kotlin.collections.ArraysKt", "shuffle", 1, ""),
            new Call(CHANCE, "kotlin.sequences.SequencesKt", "shuffled", 1, ""),
            Call.of(CHANCE, "kotlin.uuid.Uuid$Companion", "random", ""),
            Call.of(CLOCK, "kotlin.time.Clock$System", "now", ""),
            // Kotlin's println is inlined and uses System.out.
            Call.of(CONSOLE, "kotlin.io.ConsoleKt", "", ""));

    private static final List<KotlinObject> KOTLIN_OBJECTS = List.of(
            new KotlinObject(CHANCE, "kotlin.random.Random", "Default", "Random.Default"),
            new KotlinObject(CLOCK, "kotlin.time.Clock$System", "INSTANCE", "Clock.System"));

    private AmbientRules() {}

    static List<ArchitectureRule> rules() {
        return List.of(
                rule(CLOCK, "the clock is an argument"),
                rule(CHANCE, "random numbers are an argument"),
                rule(ENVIRONMENT, "zone, locale and environment are arguments"),
                rule(CONSOLE, "only the outermost layers print and exit"));
    }

    private static ArchitectureRule rule(String id, String statement) {
        return new ArchitectureRule(
                id, RuleGroup.AMBIENT, statement, (layout, classes) -> violations(id, layout, classes));
    }

    private static Stream<Violation> violations(String rule, Layout layout, Collection<JavaClass> classes) {
        return classes.stream()
                .flatMap(type -> layout.layerOf(type).filter(place -> isCovered(layout, place)).stream()
                        .flatMap(place -> uses(rule, type).map(use -> violation(rule, place, type, use))));
    }

    static boolean isCovered(Layout layout, ComponentLayer place) {
        return place.kind().isCore()
                || layout.ambient.contains(place.name())
                || layout.ambient.contains(place.layer().name());
    }

    /** Returns the first use of each method or field. Includes method references. */
    private static Stream<Use> uses(String rule, JavaClass type) {
        List<Use> calls = type.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> rule.equals(ruleOf(access.getTarget()).orElse("")))
                .map(Use::of)
                .toList();
        Stream<Use> fields = type.getFieldAccessesFromSelf().stream()
                .filter(access -> rule.equals(CONSOLE) && isConsole(access.getTarget()))
                .map(Use::of);
        return Stream.of(calls.stream(), fields, kotlinObjects(rule, type, calls))
                .flatMap(found -> found)
                .sorted(Comparator.comparingInt(Use::line))
                .collect(Collectors.toMap(Use::target, use -> use, (first, second) -> first, LinkedHashMap::new))
                .values()
                .stream();
    }

    /** A call of a method of the object is reported already. */
    private static Stream<Use> kotlinObjects(String rule, JavaClass type, List<Use> calls) {
        return KOTLIN_OBJECTS.stream()
                .filter(object -> object.rule().equals(rule))
                .filter(object -> calls.stream().noneMatch(call -> call.target().startsWith(object.text() + ".")))
                .flatMap(object -> type.getFieldAccessesFromSelf().stream()
                        .filter(access -> object.isTargetOf(access.getTarget()))
                        .map(access -> Use.of(access, object.text())));
    }

    private static Optional<String> ruleOf(CodeUnitAccessTarget target) {
        if (isSystemNow(target)) {
            return Optional.of(CLOCK);
        }
        return Stream.concat(CALLS.stream(), STATEMENTS.stream())
                .filter(call -> call.isCallOf(target))
                .map(Call::rule)
                .findFirst();
    }

    /** {@code now()} and {@code now(ZoneId)} use the system clock; {@code now(Clock)} does not. */
    private static boolean isSystemNow(CodeUnitAccessTarget target) {
        return target.getName().equals(NOW)
                && target.getOwner().getPackageName().startsWith("java.time")
                && target.getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.getName().equals("java.time.Clock"));
    }

    private static boolean isConsole(AccessTarget target) {
        return target.getOwner().getName().equals("java.lang.System")
                && List.of("out", "err", "in").contains(target.getName());
    }

    private static Violation violation(String rule, ComponentLayer place, JavaClass type, Use use) {
        return new Violation(
                rule,
                type.getName(),
                "uses " + use.target() + " " + use.location(),
                "the result of " + place.label() + " must depend on its arguments only",
                remedy(rule));
    }

    private static String remedy(String rule) {
        return switch (rule) {
            case CLOCK -> "Pass an Instant or a java.time.InstantSource";
            case CHANCE -> "Pass the value or a java.util.random.RandomGenerator";
            case ENVIRONMENT -> "Pass the value as an argument";
            default -> "Return the text or throw, and let the outermost layer print or exit";
        };
    }
}
