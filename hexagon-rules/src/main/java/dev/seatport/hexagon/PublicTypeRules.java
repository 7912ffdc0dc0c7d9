package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.ThrowsDeclaration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Public types of adapters, internal packages, and the types in public signatures. */
final class PublicTypeRules {
    static final String INTERNALS = "internal-packages";
    static final String SIGNATURES = "public-signatures";
    static final String ENTRY_TYPES = "adapter-entry";
    static final String ENTRY_PACKAGES = "entry-packages";
    static final String IMPLEMENTATIONS = "internal-implementations";

    private PublicTypeRules() {}

    static List<ArchitectureRule> rules() {
        return List.of(
                new ArchitectureRule(
                        INTERNALS,
                        RuleGroup.PUBLIC_TYPES,
                        "no layer or component uses an internal class of another",
                        PublicTypeRules::internals),
                new ArchitectureRule(
                        SIGNATURES,
                        RuleGroup.PUBLIC_TYPES,
                        "no public signature contains an internal type or a hidden library",
                        PublicTypeRules::signatures),
                new ArchitectureRule(
                        ENTRY_TYPES,
                        RuleGroup.PUBLIC_TYPES,
                        "an adapter has one public type outside internal, or the declared ones",
                        PublicTypeRules::entryTypes),
                new ArchitectureRule(
                        ENTRY_PACKAGES,
                        RuleGroup.PUBLIC_TYPES,
                        "a layer has only its declared packages and internal ones",
                        PublicTypeRules::entryPackages),
                new ArchitectureRule(
                        IMPLEMENTATIONS,
                        RuleGroup.PUBLIC_TYPES,
                        "the named layers implement ports in internal packages only",
                        PublicTypeRules::implementations));
    }

    private static Stream<Violation> internals(Layout layout, Collection<JavaClass> classes) {
        return classes.stream()
                .flatMap(type -> layout.layerOf(type).stream()
                        .flatMap(from -> type.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                                .filter(layout::isInternal)
                                .distinct()
                                .flatMap(target -> layout
                                        .layerOf(target)
                                        .filter(to -> layout.isClosed(from, target.getPackageName()))
                                        .map(to -> internal(type, target, owner(layout, to, target)))
                                        .stream())));
    }

    private static Violation internal(JavaClass type, JavaClass target, String owner) {
        return new Violation(
                INTERNALS,
                type.getName(),
                "uses " + target.getName() + " " + type.getSourceCodeLocation(),
                "the class is internal to " + owner,
                "Use a public type of " + owner);
    }

    private static String owner(Layout layout, ComponentLayer place, JavaClass internal) {
        return layout.isInternalToComponent(place, internal.getPackageName()) ? place.component() : place.label();
    }

    private static Stream<Violation> signatures(Layout layout, Collection<JavaClass> classes) {
        return classes.stream()
                .filter(type -> layout.layerOf(type).isPresent() && isPublicApi(layout, type))
                .flatMap(type -> Stream.concat(header(layout, type), members(layout, type)));
    }

    private static Stream<Violation> header(Layout layout, JavaClass type) {
        Stream<JavaType> header = Stream.of(
                        type.getSuperclass().stream(), type.getInterfaces().stream(), type.getTypeParameters().stream())
                .flatMap(types -> types);
        return header.flatMap(found -> found.getAllInvolvedRawTypes().stream())
                .flatMap(found -> unwanted(layout, found).stream()
                        .map(reason -> signature(type, "is declared with " + found.getName(), reason)));
    }

    private static Stream<Violation> members(Layout layout, JavaClass type) {
        return type.getMembers().stream()
                .filter(PublicTypeRules::isVisible)
                .flatMap(member -> types(member)
                        .flatMap(found -> unwanted(layout, found).stream()
                                .map(reason -> signature(
                                        type, "has " + found.getName() + " in " + member.getName(), reason))));
    }

    private static Violation signature(JavaClass type, String cause, String reason) {
        return new Violation(
                SIGNATURES,
                type.getName(),
                cause + " " + type.getSourceCodeLocation(),
                reason,
                "Return a public type of the same layer or of the core");
    }

    private static Stream<JavaClass> types(JavaMember member) {
        if (member instanceof JavaCodeUnit code) {
            return Stream.concat(
                    code.getAllInvolvedRawTypes().stream(),
                    code.getThrowsClause().stream().map(ThrowsDeclaration::getRawType));
        }
        return member instanceof JavaField field ? field.getAllInvolvedRawTypes().stream() : Stream.empty();
    }

    /** Returns why a type must not be in a public signature; empty if it may. */
    private static Optional<String> unwanted(Layout layout, JavaClass found) {
        if (layout.isInternal(found)) {
            return Optional.of("callers cannot use an internal type");
        }
        return Layout.matches(layout.hidden, found.getBaseComponentType())
                ? Optional.of("callers need not have this library")
                : Optional.empty();
    }

    /** A nested type is public API only if all its enclosing types are. */
    private static boolean isPublicApi(Layout layout, JavaClass type) {
        return !layout.isInternal(type)
                && isVisible(type.getModifiers())
                && type.getEnclosingClass()
                        .map(outer -> isPublicApi(layout, outer))
                        .orElse(true);
    }

    private static boolean isVisible(JavaMember member) {
        return isVisible(member.getModifiers()) && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<Violation> entryTypes(Layout layout, Collection<JavaClass> classes) {
        Map<String, List<JavaClass>> entries = classes.stream()
                .filter(type -> layout.layerOf(type)
                        .filter(place -> place.kind().isAdapter())
                        .isPresent())
                .filter(type -> type.isTopLevelClass() && !layout.isInternal(type))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .collect(Collectors.groupingBy(
                        type -> layout.layerOf(type).map(ComponentLayer::label).orElse(""),
                        TreeMap::new,
                        Collectors.toList()));
        return entries.values().stream().flatMap(types -> surplus(layout, types, classes));
    }

    /** Returns a violation for each public type that is not an entry, or one if it is unknown which type is the entry. */
    private static Stream<Violation> surplus(Layout layout, List<JavaClass> types, Collection<JavaClass> classes) {
        ComponentLayer place = layout.layerOf(types.get(0)).orElseThrow();
        Set<String> declared = layout.entryTypes.getOrDefault(
                place.name(), layout.entryTypes.getOrDefault(place.layer().name(), Set.of()));
        // Without names of entry types, each public type of a declared entry package is one.
        boolean anyName = declared.isEmpty() && layout.entryPackages.containsKey(place.name());
        if (anyName || (declared.isEmpty() && types.size() == 1)) {
            return Stream.empty();
        }
        Set<String> entries = declared.isEmpty() ? onlyEntry(layout, place, types, classes) : declared;
        if (entries.isEmpty()) {
            String names = types.stream().map(JavaClass::getSimpleName).sorted().collect(Collectors.joining(", "));
            return Stream.of(entry(
                    types.get(0).getPackageName(),
                    "has the public types " + names,
                    place.label() + " may have one only"));
        }
        return types.stream()
                .filter(type -> !entries.contains(type.getSimpleName()))
                .map(type -> entry(
                        type.getName(),
                        "is public " + type.getSourceCodeLocation(),
                        "the entry of " + place.label() + " is " + String.join(", ", new TreeSet<>(entries))));
    }

    private static Violation entry(String subject, String cause, String reason) {
        return new Violation(
                ENTRY_TYPES,
                subject,
                cause,
                reason,
                "Make it package-private, move it to an internal package, or declare it with entryTypes");
    }

    /** Returns the public type that other layers use; empty if they use none or several. */
    private static Set<String> onlyEntry(
            Layout layout, ComponentLayer place, List<JavaClass> types, Collection<JavaClass> classes) {
        Set<String> used = classes.stream()
                .filter(type -> layout.layerOf(type).filter(place::equals).isEmpty())
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getName())
                .collect(Collectors.toSet());
        Set<String> entries = types.stream()
                .filter(type -> used.contains(type.getName()))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        return entries.size() == 1 ? entries : Set.of();
    }

    private static Stream<Violation> entryPackages(Layout layout, Collection<JavaClass> classes) {
        return classes.stream()
                .filter(type -> !layout.isInternal(type))
                .flatMap(type -> layout.layerOf(type).stream()
                        .filter(place -> layout.entryPackages.containsKey(place.name()))
                        .filter(place -> layout.entryPackages.getOrDefault(place.name(), List.of()).stream()
                                .noneMatch(entry -> entry.matches(type.getPackageName())))
                        .map(place -> new Violation(
                                ENTRY_PACKAGES,
                                type.getName(),
                                "is in the package " + type.getPackageName() + " " + type.getSourceCodeLocation(),
                                place.label() + " has other packages for its entry types",
                                "Move it to an internal package, or declare the package with entryPackages")));
    }

    private static Stream<Violation> implementations(Layout layout, Collection<JavaClass> classes) {
        return classes.stream()
                .filter(type -> !type.isInterface() && !layout.isInternal(type))
                .flatMap(type -> layout.layerOf(type).stream()
                        .filter(place -> layout.internalImplementations.contains(place.name())
                                || layout.internalImplementations.contains(
                                        place.layer().name()))
                        .flatMap(place -> type.getAllRawInterfaces().stream()
                                .filter(port -> layout.layerOf(port)
                                        .filter(found -> found.kind().isPort())
                                        .isPresent())
                                .map(port -> new Violation(
                                        IMPLEMENTATIONS,
                                        type.getName(),
                                        "implements " + port.getName() + " " + type.getSourceCodeLocation(),
                                        place.label() + " implements ports in internal packages only",
                                        "Move the class to an internal package, and return the port"))));
    }
}
