package dev.seatport.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

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

/** What a public signature may mention. */
final class SignatureRules {
    private SignatureRules() {}

    static List<ArchRule> of(ModuleLayout moduleLayout) {
        String reactive = moduleLayout.libraries().reactive();
        return List.of(
                mentions(moduleLayout, moduleLayout::isInternal, "no public signature mentions an internal type"),
                mentions(
                        moduleLayout,
                        type -> ModuleLayout.isIn(type, reactive),
                        "no public signature mentions " + reactive));
    }

    private static ArchRule mentions(ModuleLayout moduleLayout, Predicate<JavaClass> unwanted, String description) {
        return classes()
                .that(ModuleLayout.in(moduleLayout.packages().values()))
                .should(ArchConditions.nothingFoundBy(
                        "keep it out of what they offer",
                        type -> isOffered(moduleLayout, type) ? wrongs(type, unwanted) : Stream.empty()))
                .as(description)
                .allowEmptyShould(false);
    }

    /** Only what is public all the way up can be used from outside. */
    private static boolean isOffered(ModuleLayout moduleLayout, JavaClass type) {
        return !moduleLayout.isInternal(type)
                && isOpen(type)
                && type.getEnclosingClass()
                        .map(outer -> isOffered(moduleLayout, outer))
                        .orElse(true);
    }

    private static boolean isOpen(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean isOpen(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<String> wrongs(JavaClass type, Predicate<JavaClass> unwanted) {
        Stream<String> header = rawTypes(header(type))
                .filter(unwanted)
                .map(found -> type.getName() + " is declared with " + found.getName());
        Stream<String> members = type.getMembers().stream()
                .filter(SignatureRules::isOpen)
                .flatMap(member -> mentioned(member)
                        .filter(unwanted)
                        .map(found -> member.getFullName() + " mentions " + found.getName()));
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

    private static Stream<JavaClass> mentioned(JavaMember member) {
        if (member instanceof JavaCodeUnit code) {
            return Stream.concat(
                    code.getAllInvolvedRawTypes().stream(),
                    code.getThrowsClause().stream().map(ThrowsDeclaration::getRawType));
        }
        return member instanceof JavaField field ? field.getAllInvolvedRawTypes().stream() : Stream.empty();
    }
}
