package dev.seatport.demo.cli;

import dev.seatport.reports.format.ReviewFormat;
import dev.seatport.reports.output.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** Files of options and settings. Checks that a command does not overwrite a file of another option or setting. */
final class FileConflictDetector {
    /** The option of a folder. The index is its only file with a fixed name. */
    static final String PER_CUSTOMER = "--per-customer";

    private static final Set<String> WRITING_OPTIONS = Set.of("--output", "--metrics", "--resume", PER_CUSTOMER);

    private final List<NamedFile> written = new ArrayList<>();
    private final List<NamedFile> read = new ArrayList<>();

    /** A file, and the name of its option or setting. */
    private record NamedFile(String name, Path file) {}

    /** Adds the file of an option, if the option is set. */
    void add(OptionSpec option) {
        Path file = option.getValue();
        if (file != null) {
            (WRITING_OPTIONS.contains(option.longestName()) ? written : read)
                    .add(new NamedFile(option.longestName(), file));
            if (option.longestName().equals(PER_CUSTOMER)) {
                written.add(new NamedFile(PER_CUSTOMER, file.resolve(ReviewFormat.CUSTOMER_INDEX)));
            }
        }
    }

    /**
     * Checks that each written file belongs to one option only.
     *
     * @param settings returns the setting names by file; not called if no file is written
     * @throws UsageException if a written file is also the file of another option or of a setting
     */
    void requireDistinct(Supplier<Map<Path, String>> settings) {
        if (written.isEmpty()) {
            return;
        }
        settings.get().forEach((file, setting) -> read.add(new NamedFile(setting, file)));
        for (int i = 0; i < written.size(); i++) {
            requireDistinct(written.get(i), written.subList(i + 1, written.size()));
            requireDistinct(written.get(i), read);
        }
    }

    private static void requireDistinct(NamedFile one, List<NamedFile> others) {
        for (NamedFile other : others) {
            if (isSameFile(one.file(), other.file())) {
                throw new UsageException(
                        one.name() + " and " + other.name() + " name the same file; use a different file for each");
            }
        }
    }

    /** Returns whether a write to one file changes the other. A write to a device or a pipe does not. */
    private static boolean isSameFile(Path one, Path other) {
        if (Files.exists(one) && !Files.isRegularFile(one) && !Files.isDirectory(one)) {
            return false;
        }
        Path path = resolved(one);
        if (path != null && path.equals(resolved(other))) {
            return true;
        }
        try {
            // Detects a hard link.
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            // One file does not exist yet.
            return false;
        }
    }

    /** Returns the path of a file behind its links, whether or not it exists; {@code null} if the links form a loop. */
    private static @Nullable Path resolved(Path file) {
        try {
            Path path = Output.resolveLinks(file);
            Path folder = path.getParent();
            return folder != null && Files.exists(folder)
                    ? folder.toRealPath().resolve(path.getFileName()).normalize()
                    : path.normalize();
        } catch (IOException e) {
            return null;
        }
    }
}
