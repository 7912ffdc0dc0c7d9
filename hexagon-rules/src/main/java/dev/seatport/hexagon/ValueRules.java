package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Immutable values, ports without state, and the forms that a suffix promises. */
final class ValueRules {
    static final String IMMUTABLE = "immutable-values";
    static final String STATELESS_PORTS = "stateless-ports";
    static final String PORT_INTERFACES = "port-interfaces";
    static final String DTOS = "dto-records";
    static final String IDS = "id-records";

    private ValueRules() {}

    static List<ArchitectureRule> rules() {
        return List.of(
                new ArchitectureRule(
                        IMMUTABLE,
                        RuleGroup.VALUES,
                        "fields of domain and ports are final and not arrays, except in a Builder",
                        ValueRules::immutable),
                new ArchitectureRule(
                        STATELESS_PORTS,
                        RuleGroup.PORTS,
                        "a port has no constant that can change",
                        ValueRules::statelessPorts),
                new ArchitectureRule(
                        PORT_INTERFACES,
                        RuleGroup.PORTS,
                        "a port is an interface, and a class among the ports calls none",
                        (layout, classes) -> Stream.concat(abstractPorts(layout, classes), portCalls(layout, classes))),
                new ArchitectureRule(
                        DTOS, RuleGroup.SUFFIXES, "a Dto is a package-private record in an adapter", ValueRules::dtos),
                new ArchitectureRule(
                        IDS, RuleGroup.SUFFIXES, "an Id or a Code in the domain is a record", ValueRules::ids));
    }

    private static Stream<Violation> immutable(Layout layout, Collection<JavaClass> classes) {
        return classes.stream()
                .filter(type -> layout.layerOf(type)
                        .filter(place -> isValueLayer(place.kind()))
                        .isPresent())
                .filter(type -> !type.getSimpleName().endsWith("Builder"))
                .filter(type -> !Layout.matches(layout.mutable, type))
                .flatMap(type -> type.getFields().stream().flatMap(field -> changes(type, field)));
    }

    private static boolean isValueLayer(Layer.Kind kind) {
        return kind.isCore() && kind != Layer.Kind.APPLICATION;
    }

    private static Stream<Violation> changes(JavaClass type, JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        // Compilers and coverage tools add synthetic fields.
        if (modifiers.contains(JavaModifier.SYNTHETIC)) {
            return Stream.empty();
        }
        if (!modifiers.contains(JavaModifier.FINAL)) {
            return Stream.of(value(type, "has the field " + field.getName() + ", which is not final"));
        }
        boolean array = field.getRawType().isArray() && !modifiers.contains(JavaModifier.STATIC);
        return array
                ? Stream.of(value(type, "has the array " + field.getName() + ", whose elements can change"))
                : Stream.empty();
    }

    private static Violation value(JavaClass type, String cause) {
        return new Violation(
                IMMUTABLE,
                type.getName(),
                cause + " " + type.getSourceCodeLocation(),
                "a value that changes is not safe to share",
                "Make it final with an immutable type, or declare an entity with mutableClasses");
    }

    private static Stream<JavaClass> portTypes(Layout layout, Collection<JavaClass> classes) {
        return classes.stream()
                .filter(type -> layout.layerOf(type)
                        .filter(place -> place.kind().isPort())
                        .isPresent());
    }

    private static Stream<Violation> statelessPorts(Layout layout, Collection<JavaClass> classes) {
        return portTypes(layout, classes)
                .filter(JavaClass::isInterface)
                .flatMap(type -> type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(field -> canChange(field.getRawType()))
                        .map(field -> new Violation(
                                STATELESS_PORTS,
                                type.getName(),
                                "has the constant " + field.getName() + " of type "
                                        + field.getRawType().getName() + " " + type.getSourceCodeLocation(),
                                "all implementations and callers would share what changes in it",
                                "Return it from a method, or keep it in the implementation")));
    }

    private static boolean canChange(JavaClass type) {
        return type.isArray()
                || type.isAssignableTo(Collection.class)
                || type.isAssignableTo(Map.class)
                || type.getPackageName().startsWith("java.util.concurrent")
                || type.isAssignableTo(StringBuilder.class);
    }

    private static Stream<Violation> abstractPorts(Layout layout, Collection<JavaClass> classes) {
        return portTypes(layout, classes)
                .filter(type -> type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> !type.isInterface() && !type.isEnum() && !type.isAssignableTo(Throwable.class))
                .map(type -> new Violation(
                        PORT_INTERFACES,
                        type.getName(),
                        "is an abstract class " + type.getSourceCodeLocation(),
                        "an adapter that extends it inherits code and state of the core",
                        "Make it an interface"));
    }

    /** A record, an enum, an exception or another value among the ports calls no port. One violation per class and port. */
    private static Stream<Violation> portCalls(Layout layout, Collection<JavaClass> classes) {
        return portTypes(layout, classes)
                .filter(type -> !type.isInterface() && !isDefaultMethod(type))
                .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream()
                        .filter(call -> isPort(layout, type, call.getTargetOwner()))
                        .filter(call -> !isStatic(call))
                        .sorted(Comparator.comparingInt(JavaAccess::getLineNumber))
                        .collect(Collectors.toMap(
                                call -> call.getTargetOwner().getName(),
                                call -> portCall(type, call),
                                (first, second) -> first,
                                LinkedHashMap::new))
                        .values()
                        .stream());
    }

    private static Violation portCall(JavaClass type, JavaAccess<?> call) {
        return new Violation(
                PORT_INTERFACES,
                type.getName(),
                "uses " + call.getTargetOwner().getName() + " " + call.getSourceCodeLocation(),
                "a class that calls a port is no port and no value",
                "Move the class to the application");
    }

    /** An interface that a value of the core implements, such as a sealed interface with records, is no port. */
    private static boolean isPort(Layout layout, JavaClass caller, JavaClass type) {
        return type.isInterface()
                && isInLayer(layout, type, Layer.Kind::isPort)
                && type.getAllSubclasses().stream()
                        .filter(value -> !value.equals(caller) && !value.isInterface() && !value.isAnonymousClass())
                        .noneMatch(value -> isInLayer(layout, value, ValueRules::isValueLayer));
    }

    /** A default method may have an anonymous class. Older compilers of Kotlin write default methods into {@code DefaultImpls}. */
    private static boolean isDefaultMethod(JavaClass type) {
        boolean nested = type.getEnclosingClass().filter(JavaClass::isInterface).isPresent();
        return nested
                && (type.isAnonymousClass()
                        || type.isLocalClass()
                        || type.getSimpleName().equals("DefaultImpls"));
    }

    private static boolean isInLayer(Layout layout, JavaClass type, Predicate<Layer.Kind> kinds) {
        return layout.layerOf(type).filter(place -> kinds.test(place.kind())).isPresent();
    }

    private static boolean isStatic(JavaCodeUnitAccess<?> call) {
        return call.getTarget()
                .resolveMember()
                .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
                .isPresent();
    }

    private static Stream<Violation> dtos(Layout layout, Collection<JavaClass> classes) {
        boolean internals = classes.stream().anyMatch(layout::isInternal);
        return classes.stream()
                .filter(type -> type.getSimpleName().endsWith("Dto"))
                .flatMap(type -> layout.layerOf(type).stream()
                        .filter(place -> !isIndependent(place))
                        .map(place -> dtoCauses(layout, type, place, internals))
                        .filter(causes -> !causes.isEmpty())
                        .map(causes -> new Violation(
                                DTOS,
                                type.getName(),
                                "is a Dto, but " + String.join(" and ", causes) + " " + type.getSourceCodeLocation(),
                                "the spelling of another system stays in the package that maps it",
                                "Make it a package-private record of an adapter")));
    }

    /** A layer that uses no other, such as a simulator, need not follow the names of this project. */
    static boolean isIndependent(ComponentLayer place) {
        return place.kind() == Layer.Kind.CUSTOM && place.layer().extra().isEmpty();
    }

    private static List<String> dtoCauses(Layout layout, JavaClass type, ComponentLayer place, boolean internals) {
        List<String> causes = new ArrayList<>();
        if (!type.isRecord()) {
            causes.add("not a record");
        }
        if (type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED)) {
            causes.add("visible outside its package");
        }
        boolean adapter = place.kind().isAdapter() || place.kind() == Layer.Kind.ADAPTER_SUPPORT;
        if (!adapter || (internals && !layout.isInternal(type))) {
            causes.add("outside " + (internals ? "the internal packages of an adapter" : "an adapter"));
        }
        return List.copyOf(causes);
    }

    private static Stream<Violation> ids(Layout layout, Collection<JavaClass> classes) {
        return classes.stream()
                .filter(type -> layout.layerOf(type)
                        .filter(place -> place.kind() == Layer.Kind.DOMAIN || place.kind() == Layer.Kind.SHARED_KERNEL)
                        .isPresent())
                .filter(type -> type.getSimpleName().endsWith("Id")
                        || type.getSimpleName().endsWith("Code"))
                .filter(type -> !type.isRecord() && !isKotlinValue(type))
                .map(type -> new Violation(
                        IDS,
                        type.getName(),
                        "is an id and not a record " + type.getSourceCodeLocation(),
                        "two equal ids must be one id",
                        "Make it a record, or in Kotlin a data class or a value class"));
    }

    /** The compiler of Kotlin adds equals to data classes and value classes. */
    private static boolean isKotlinValue(JavaClass type) {
        return type.isAnnotatedWith("kotlin.Metadata")
                && type.tryGetMethod("equals", Object.class).isPresent()
                && type.tryGetMethod("hashCode").isPresent();
    }
}
