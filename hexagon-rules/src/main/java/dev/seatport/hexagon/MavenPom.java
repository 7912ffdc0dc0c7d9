package dev.seatport.hexagon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The parts of a {@code pom.xml} that are compared.
 *
 * @param file the file
 * @param artifactId the artifact id
 * @param modules the modules of the reactor, without those of profiles
 * @param dependencies the direct dependencies, without those of the parent
 */
record MavenPom(Path file, String artifactId, List<String> modules, List<Dependency> dependencies) {
    /**
     * Direct dependency on a jar.
     *
     * @param artifactId the artifact id
     * @param scope the scope, {@code compile} if none is written
     */
    record Dependency(String artifactId, String scope) {
        private static final Set<String> COMPILED = Set.of("compile", "provided");

        /** Returns whether production code is compiled with it. */
        boolean isCompiled() {
            return COMPILED.contains(scope);
        }
    }

    static MavenPom read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element project = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            return new MavenPom(file, text(project, "artifactId").orElse(""), modules(project), dependencies(project));
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(file + " cannot be read as a pom.xml", e);
        }
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve("pom.xml"));
    }

    private static List<String> modules(Element project) {
        return children(project, "modules").stream()
                .flatMap(modules -> children(modules, "module").stream())
                .map(module -> module.getTextContent().strip())
                .toList();
    }

    private static List<Dependency> dependencies(Element project) {
        return children(project, "dependencies").stream()
                .flatMap(dependencies -> children(dependencies, "dependency").stream())
                .filter(dependency -> text(dependency, "type").orElse("jar").equals("jar"))
                .map(dependency -> new Dependency(
                        text(dependency, "artifactId").orElse(""),
                        text(dependency, "scope").orElse("compile")))
                .toList();
    }

    private static Optional<String> text(Element parent, String name) {
        return children(parent, name).stream()
                .findFirst()
                .map(element -> element.getTextContent().strip());
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
