package dev.seatport.reports.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How a policy is written down. */
enum Form {
    YAML {
        @Override
        Located parse(String text, Mistakes mistakes) {
            return YamlTree.of(text, mistakes);
        }
    },
    PROPERTIES {
        @Override
        Located parse(String text, Mistakes mistakes) {
            return PropertiesTree.of(text, mistakes);
        }
    };

    /**
     * The form that a file's name promises. A pipe, whose name the shell chooses, is YAML.
     *
     * @throws PolicyException if it promises none
     */
    static Form of(Path file, Mistakes mistakes) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return YAML;
        }
        if (name.endsWith(".properties")) {
            return PROPERTIES;
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return YAML;
        }
        throw mistakes.fatal(
                "has a name that does not tell its form; legal: a name that ends in .yaml, .yml or .properties");
    }

    /**
     * What the text says, with lines.
     *
     * @throws PolicyException if it is not of this form
     */
    abstract Located parse(String text, Mistakes mistakes);
}
