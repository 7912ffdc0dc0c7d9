package dev.seatport.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What things are called, and that each room says what it is for. */
final class NameRules {
    private static final Set<String> TECHNICAL = Set.of("dto", "json", "http");
    private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|\\$");

    private NameRules() {}

    static List<ArchRule> of(ModuleLayout moduleLayout) {
        return List.of(coreNames(moduleLayout), packagesAreMarked(moduleLayout));
    }

    private static ArchRule coreNames(ModuleLayout moduleLayout) {
        return classes()
                .that(ModuleLayout.in(moduleLayout.core()))
                .should(ArchConditions.nothingFoundBy(
                        "be named for what they mean to the core",
                        type -> Stream.concat(vendorsIn(moduleLayout, type), technicalWordsIn(moduleLayout, type))
                                .map(word -> type.getName() + " has the word " + word + " in its name")))
                .as("in the core nothing is named for a vendor or for a way of transport")
                .allowEmptyShould(false);
    }

    private static Stream<String> vendorsIn(ModuleLayout moduleLayout, JavaClass type) {
        String name = below(moduleLayout, type.getName()).toLowerCase(Locale.ROOT);
        return moduleLayout.adapters().keySet().stream().filter(vendor -> name.contains(vendor.replace("-", "")));
    }

    /** Word by word in a type's name, so that {@code AddTo} is not taken for a Dto. */
    private static Stream<String> technicalWordsIn(ModuleLayout moduleLayout, JavaClass type) {
        String simple = type.getName().substring(type.getPackageName().length() + 1);
        Set<String> words = WORD_BOUNDARY
                .splitAsStream(simple)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String rooms = below(moduleLayout, type.getPackageName());
        return TECHNICAL.stream().filter(word -> words.contains(word) || rooms.contains(word));
    }

    private static String below(ModuleLayout moduleLayout, String name) {
        return name.startsWith(moduleLayout.root() + ".")
                ? name.substring(moduleLayout.root().length())
                : name;
    }

    private static ArchRule packagesAreMarked(ModuleLayout moduleLayout) {
        String marker = moduleLayout.libraries().nullMarked();
        return classes()
                .that(ModuleLayout.in(moduleLayout.packages().values()))
                .should(ArchConditions.nothingFoundBy(
                        "be in a package whose package-info is @NullMarked",
                        type -> isMarked(type.getPackage(), marker)
                                ? Stream.empty()
                                : Stream.of("package " + type.getPackageName()
                                        + " has no package-info that is @NullMarked")))
                .as("every package has a package-info that is @NullMarked")
                .allowEmptyShould(false);
    }

    private static boolean isMarked(JavaPackage room, String marker) {
        return room.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(marker))
                .orElse(false);
    }
}
