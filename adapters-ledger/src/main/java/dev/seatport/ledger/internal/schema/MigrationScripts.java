package dev.seatport.ledger.internal.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Migration scripts of one database. Flyway's own search finds nothing in a named module or in a jar without folders. */
final class MigrationScripts implements ResourceProvider {
    private final List<LoadableResource> scripts;

    MigrationScripts(String database) {
        this.scripts = IntStream.rangeClosed(1, SchemaUpgrade.VERSION)
                .<LoadableResource>mapToObj(version -> new Script(database, "V" + version + "__ledger.sql"))
                .toList();
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.stream()
                .filter(script -> script.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
                .filter(script -> script.getFilename().startsWith(prefix))
                .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                .toList();
    }

    private static final class Script extends LoadableResource {
        private final String folder;
        private final String name;

        Script(String folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        @Override
        public Reader read() {
            try (InputStream bytes = MigrationScripts.class.getResourceAsStream(folder + "-" + name)) {
                if (bytes == null) {
                    throw new IllegalStateException("the jar of the ledger lacks " + folder + "-" + name);
                }
                return new StringReader(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return getRelativePath();
        }

        @Override
        public @Nullable String getAbsolutePathOnDisk() {
            return null;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return folder + "/" + name;
        }
    }
}
