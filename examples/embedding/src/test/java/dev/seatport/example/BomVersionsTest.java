package dev.seatport.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that the BOM has the library versions of this build, and that embedders get no library without a use. */
class BomVersionsTest {
    /** Annotations for the compiler, OpenSSL, and the Jackson 3 that Vert.x adds on newer JDKs. */
    private static final Pattern WITHOUT_USE =
            Pattern.compile("mapstruct-.*|netty-tcnative-.*|jackson-(?:core|databind)-3\\..*");

    private static final Pattern MANAGED =
            Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<version>\\$\\{(vertx|mutiny)\\.version}</version>");
    private static final Pattern NETTY = Pattern.compile("(netty-[a-z0-9-]+?)-(\\d[^/]*)\\.jar");
    private static final Pattern VERTX_OR_MUTINY = Pattern.compile("((?:vertx-|mutiny)[a-z-]*?)-?(\\d[^/]*)\\.jar");

    private static String bom() throws IOException {
        return Files.readString(Path.of("..", "..", "bom", "pom.xml"));
    }

    private static String property(String pom, String name) {
        Matcher value = Pattern.compile("<" + name + ">([^<]+)</" + name + ">").matcher(pom);
        assertThat(value.find()).as(name).isTrue();
        return value.group(1);
    }

    private static List<String> jars() throws IOException {
        String path = Files.readString(Path.of(System.getProperty("seatport.example.modules")));
        return Arrays.stream(path.split("[:;\\s]", -1))
                .map(jar -> jar.substring(jar.lastIndexOf('/') + 1))
                .toList();
    }

    private static List<Matcher> libraries(Pattern pattern) throws IOException {
        return jars().stream().map(pattern::matcher).filter(Matcher::matches).toList();
    }

    @Test
    void bomHasTheNettyVersionOfThisBuild() throws IOException {
        assertThat(libraries(NETTY))
                .isNotEmpty()
                .extracting(jar -> jar.group(2))
                .containsOnly(property(bom(), "netty.version"));
    }

    @Test
    void bomHasTheVertxAndMutinyVersionsOfThisBuild() throws IOException {
        String bom = bom();
        Set<String> managed =
                MANAGED.matcher(bom).results().map(found -> found.group(1)).collect(Collectors.toSet());

        List<Matcher> libraries = libraries(VERTX_OR_MUTINY);

        assertThat(libraries).extracting(jar -> jar.group(1)).containsExactlyInAnyOrderElementsOf(managed);
        assertThat(libraries)
                .allSatisfy(jar -> assertThat(jar.group(2))
                        .as(jar.group(1))
                        .isEqualTo(property(bom, jar.group(1).equals("mutiny") ? "mutiny.version" : "vertx.version")));
    }

    @Test
    void embeddersGetNoLibraryWithoutAUse() throws IOException {
        assertThat(jars()).filteredOn(WITHOUT_USE.asMatchPredicate()).isEmpty();
    }
}
