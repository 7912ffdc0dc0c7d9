package dev.seatport.demo.cli;

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

/** The files that options and settings name. What a command writes must be none that another of them names. */
final class ProtectedFiles {
    private static final Set<String> WRITTEN = Set.of("--output", "--metrics", "--resume");

    private final List<ProtectedFile> written = new ArrayList<>();
    private final List<ProtectedFile> read = new ArrayList<>();

    /** A file, and the name of the option or the setting that names it. */
    private record ProtectedFile(String by, Path file) {}

    /** Adds the file of an option, if it is given. */
    void add(OptionSpec option) {
        Path file = option.getValue();
        if (file != null) {
            (WRITTEN.contains(option.longestName()) ? written : read)
                    .add(new ProtectedFile(option.longestName(), file));
        }
    }

    /**
     * Makes sure that nothing is written to a file that something else names.
     *
     * @param settings the files that settings name, by the names of the settings; not called if nothing is written to a file
     * @throws UsageException if two of them name one file
     */
    void requireApart(Supplier<Map<Path, String>> settings) {
        if (written.isEmpty()) {
            return;
        }
        settings.get().forEach((file, setting) -> read.add(new ProtectedFile(setting, file)));
        for (int i = 0; i < written.size(); i++) {
            requireApart(written.get(i), written.subList(i + 1, written.size()));
            requireApart(written.get(i), read);
        }
    }

    private static void requireApart(ProtectedFile one, List<ProtectedFile> others) {
        for (ProtectedFile other : others) {
            if (isOneFile(one.file(), other.file())) {
                throw new UsageException(one.by() + " and " + other.by() + " name one file; legal: a file for each");
            }
        }
    }

    /** Whether writing to one would change the other, by whatever path; a device or a pipe is not changed. */
    private static boolean isOneFile(Path one, Path other) {
        if (Files.exists(one) && !Files.isRegularFile(one)) {
            return false;
        }
        Path place = place(one);
        if (place != null && place.equals(place(other))) {
            return true;
        }
        try {
            // A hard link is the same file in another place.
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            // One of them does not exist yet, so it is not the other.
            return false;
        }
    }

    /** Where a file is or would be; {@code null} if its links go round in a circle. */
    private static @Nullable Path place(Path file) {
        try {
            Path place = Output.behindLinks(file);
            Path folder = place.getParent();
            return folder != null && Files.exists(folder)
                    ? folder.toRealPath().resolve(place.getFileName()).normalize()
                    : place.normalize();
        } catch (IOException e) {
            return null;
        }
    }
}
