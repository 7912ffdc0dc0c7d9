package dev.seatport.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Immutable values, and records for ids. */
final class ImmutabilityRules {
    private ImmutabilityRules() {}

    static List<ArchRule> of(ModuleLayout layout) {
        return List.of(idsAreRecords(layout), valuesAreImmutable(layout));
    }

    private static ArchRule idsAreRecords(ModuleLayout layout) {
        return ArchRuleFactory.noViolations(
                "in the domain an id or a code is a record",
                ModuleLayout.in(layout.packagesOf(List.of(ModuleLayout.DOMAIN))),
                type -> isId(type) && !type.isRecord()
                        ? Stream.of(type.getName() + " is an id and not a record")
                        : Stream.empty());
    }

    private static boolean isId(JavaClass type) {
        return type.getSimpleName().endsWith("Id") || type.getSimpleName().endsWith("Code");
    }

    private static ArchRule valuesAreImmutable(ModuleLayout layout) {
        return ArchRuleFactory.noViolations(
                "in domain and ports, fields are final and not arrays, except in a Builder",
                ModuleLayout.in(layout.packagesOf(ModuleLayout.REQUIRED)),
                type -> type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .flatMap(field -> fieldViolations(type, field)));
    }

    private static Stream<String> fieldViolations(JavaClass type, JavaField field) {
        if (type.getSimpleName().endsWith("Builder")) {
            return Stream.empty();
        }
        Stream<String> mutable = field.getModifiers().contains(JavaModifier.FINAL)
                ? Stream.empty()
                : Stream.of(field.getFullName() + " is not final");
        Stream<String> array =
                field.getRawType().isArray() ? Stream.of(field.getFullName() + " is an array") : Stream.empty();
        return Stream.concat(mutable, array);
    }
}
