package dev.seatport.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Values do not change, and identities are types of their own. */
final class ValueRules {
    private ValueRules() {}

    static List<ArchRule> of(ModuleLayout moduleLayout) {
        return List.of(idsAreRecords(moduleLayout), valuesDoNotChange(moduleLayout));
    }

    private static ArchRule idsAreRecords(ModuleLayout moduleLayout) {
        return classes()
                .that(ModuleLayout.in(moduleLayout.packagesOf(List.of(ModuleLayout.DOMAIN))))
                .should(ArchConditions.nothingFoundBy(
                        "be a record if they identify something",
                        type -> isIdentity(type) && !type.isRecord()
                                ? Stream.of(type.getName() + " is an identity and no record")
                                : Stream.empty()))
                .as("in the domain an id or a code is a record")
                .allowEmptyShould(false);
    }

    private static boolean isIdentity(JavaClass type) {
        return type.getSimpleName().endsWith("Id") || type.getSimpleName().endsWith("Code");
    }

    private static ArchRule valuesDoNotChange(ModuleLayout moduleLayout) {
        return classes()
                .that(ModuleLayout.in(moduleLayout.packagesOf(ModuleLayout.FOUNDATIONS)))
                .should(ArchConditions.nothingFoundBy(
                        "hold nothing that can be exchanged behind their back",
                        type -> type.getFields().stream()
                                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                                .flatMap(field -> fieldWrongs(type, field))))
                .as("in domain and ports, fields are final and no arrays, but for a Builder's")
                .allowEmptyShould(false);
    }

    private static Stream<String> fieldWrongs(JavaClass type, JavaField field) {
        if (type.getSimpleName().endsWith("Builder")) {
            return Stream.empty();
        }
        Stream<String> exchanged = field.getModifiers().contains(JavaModifier.FINAL)
                ? Stream.empty()
                : Stream.of(field.getFullName() + " is not final");
        Stream<String> array =
                field.getRawType().isArray() ? Stream.of(field.getFullName() + " is an array") : Stream.empty();
        return Stream.concat(exchanged, array);
    }
}
