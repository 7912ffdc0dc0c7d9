package dev.seatport.hexagon;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources against the classes of a project, and imports the result. */
final class SourceCompiler {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("(?m)^[^*/\\n]*?\\b(?:class|interface|enum|record)\\s+(\\w+)");

    private SourceCompiler() {}

    /** Compiles the sources, applies the function to their classes, and deletes the classes. */
    static <T> T compile(Collection<JavaClass> project, List<String> sources, Function<JavaClasses, T> function) {
        try {
            Path folder = Files.createTempDirectory("planted");
            try {
                compile(project, sources, folder);
                return function.apply(new ClassFileImporter().importPath(folder));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Collection<JavaClass> project, List<String> sources, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("no Java compiler: run the tests with a JDK");
        }
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-nowarn", "-d", folder.toString(), "-classpath", classPath(project));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            boolean done = compiler.getTask(messages, files, null, options, null, sources(sources))
                    .call();
            if (!done) {
                throw new IllegalArgumentException("a generated class cannot be compiled: " + messages);
            }
        }
    }

    private static List<JavaFileObject> sources(List<String> sources) {
        return sources.stream().map(SourceCompiler::source).toList();
    }

    private static JavaFileObject source(String source) {
        Matcher type = TYPE.matcher(source);
        Matcher home = PACKAGE.matcher(source);
        if (!type.find() || !home.find()) {
            throw new IllegalArgumentException("a generated class needs a package and a type: " + source);
        }
        String path = home.group(1).replace('.', '/') + "/" + type.group(1) + ".java";
        return new SimpleJavaFileObject(URI.create("planted:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    /** Adds the folders and jars of the project, because they are not in the class path of a module. */
    private static String classPath(Collection<JavaClass> project) {
        List<String> entries = new ArrayList<>(project.stream()
                .flatMap(type -> type.getSource().stream()
                        .map(source -> location(source.getUri().toString(), type.getName())))
                .distinct()
                .toList());
        ClassPath.entries().forEach(entry -> entries.add(entry.toString()));
        return entries.stream().filter(entry -> !entry.isEmpty()).collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(String source, String className) {
        String file = className.replace('.', '/') + ".class";
        if (!source.endsWith(file)) {
            return "";
        }
        String root = source.substring(0, source.length() - file.length());
        boolean jar = root.startsWith("jar:") && root.endsWith("!/");
        String location = jar ? root.substring("jar:".length(), root.length() - "!/".length()) : root;
        return location.startsWith("file:") ? Path.of(URI.create(location)).toString() : "";
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
