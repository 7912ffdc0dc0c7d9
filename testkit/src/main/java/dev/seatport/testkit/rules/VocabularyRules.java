package dev.seatport.testkit.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of core types, and a {@code package-info} in each package. */
final class VocabularyRules {
    private static final Set<String> TECHNICAL = Set.of("dto", "json", "http");
    private static final Pattern WORD_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|\\$");

    private VocabularyRules() {}

    static List<ArchRule> of(ModuleLayout layout) {
        return List.of(coreNames(layout), packagesAreMarked(layout));
    }

    private static ArchRule coreNames(ModuleLayout layout) {
        return ArchRuleFactory.noViolations(
                "no name in the core contains a vendor or a protocol",
                ModuleLayout.in(layout.core()),
                type -> Stream.concat(vendorsIn(layout, type), technicalWordsIn(layout, type))
                        .map(word -> type.getName() + " has the word " + word + " in its name"));
    }

    private static Stream<String> vendorsIn(ModuleLayout layout, JavaClass type) {
        String name = below(layout, type.getName()).toLowerCase(Locale.ROOT);
        return layout.adapters().keySet().stream().filter(vendor -> name.contains(vendor.replace("-", "")));
    }

    /** Compares whole words of a type name, so that {@code AddTo} does not match Dto. */
    private static Stream<String> technicalWordsIn(ModuleLayout layout, JavaClass type) {
        String simple = type.getName().substring(type.getPackageName().length() + 1);
        Set<String> words = WORD_BOUNDARY
                .splitAsStream(simple)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String packages = below(layout, type.getPackageName());
        return TECHNICAL.stream().filter(word -> words.contains(word) || packages.contains(word));
    }

    private static String below(ModuleLayout layout, String name) {
        return name.startsWith(layout.root() + ".")
                ? name.substring(layout.root().length())
                : name;
    }

    private static ArchRule packagesAreMarked(ModuleLayout layout) {
        String marker = layout.libraries().nullMarked();
        return ArchRuleFactory.noViolations(
                "every package has a package-info that is @NullMarked",
                ModuleLayout.in(layout.packages().values()),
                type -> isMarked(type.getPackage(), marker)
                        ? Stream.empty()
                        : Stream.of("package " + type.getPackageName() + " has no package-info that is @NullMarked"));
    }

    private static boolean isMarked(JavaPackage javaPackage, String marker) {
        return javaPackage
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(marker))
                .orElse(false);
    }
}
