package dev.seatport.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.ThrowsDeclaration;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Types that a public signature must not contain. */
final class SignatureRules {
    private SignatureRules() {}

    static List<ArchRule> of(ModuleLayout layout) {
        String reactive = layout.libraries().reactive();
        return List.of(
                withoutTypes(layout, layout::isInternal, "no public signature contains an internal type"),
                withoutTypes(
                        layout, type -> ModuleLayout.isIn(type, reactive), "no public signature contains " + reactive));
    }

    private static ArchRule withoutTypes(ModuleLayout layout, Predicate<JavaClass> unwanted, String description) {
        return ArchRuleFactory.noViolations(
                description,
                ModuleLayout.in(layout.packages().values()),
                type -> isPublicApi(layout, type) ? violations(type, unwanted) : Stream.empty());
    }

    /** A nested type is public API only if all its enclosing types are. */
    private static boolean isPublicApi(ModuleLayout layout, JavaClass type) {
        return !layout.isInternal(type)
                && isVisible(type)
                && type.getEnclosingClass()
                        .map(outer -> isPublicApi(layout, outer))
                        .orElse(true);
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<String> violations(JavaClass type, Predicate<JavaClass> unwanted) {
        Stream<String> header = rawTypes(header(type))
                .filter(unwanted)
                .map(found -> type.getName() + " is declared with " + found.getName());
        Stream<String> members = type.getMembers().stream()
                .filter(SignatureRules::isVisible)
                .flatMap(member -> typesOf(member)
                        .filter(unwanted)
                        .map(found -> member.getFullName() + " contains " + found.getName()));
        return Stream.concat(header, members);
    }

    private static Stream<JavaType> header(JavaClass type) {
        return Stream.of(
                        type.getSuperclass().stream(), type.getInterfaces().stream(), type.getTypeParameters().stream())
                .flatMap(types -> types);
    }

    private static Stream<JavaClass> rawTypes(Stream<? extends JavaType> types) {
        return types.map(JavaType::getAllInvolvedRawTypes).flatMap(Collection::stream);
    }

    private static Stream<JavaClass> typesOf(JavaMember member) {
        if (member instanceof JavaCodeUnit code) {
            return Stream.concat(
                    code.getAllInvolvedRawTypes().stream(),
                    code.getThrowsClause().stream().map(ThrowsDeclaration::getRawType));
        }
        return member instanceof JavaField field ? field.getAllInvolvedRawTypes().stream() : Stream.empty();
    }
}
