package dev.seatport.demo.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Packs the class path of this process into one jar: folders as entries, jars by reference. A class archive needs such a jar. */
final class PackedClassPath {
    private final Set<String> packed = new HashSet<>();

    private PackedClassPath() {}

    static void writeTo(Path jar) throws IOException {
        Path jarFolder = Objects.requireNonNull(jar.toAbsolutePath().getParent());
        List<Path> folders = new ArrayList<>();
        List<String> jars = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(part).toAbsolutePath();
            if (Files.isDirectory(path)) {
                folders.add(path);
            } else if (Files.exists(path)) {
                // Class archives support only paths relative to the jar.
                jars.add(jarFolder.relativize(path).toString().replace(File.separatorChar, '/'));
            }
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", jars));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            PackedClassPath packing = new PackedClassPath();
            for (Path folder : folders) {
                packing.pack(folder, out);
            }
        }
    }

    private void pack(Path folder, JarOutputStream out) throws IOException {
        List<Path> files;
        try (var found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
            if (packed.add(name) && !name.startsWith("META-INF/MANIFEST") && !name.endsWith("module-info.class")) {
                out.putNextEntry(new ZipEntry(name));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
