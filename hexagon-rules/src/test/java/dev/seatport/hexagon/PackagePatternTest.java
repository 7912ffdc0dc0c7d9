package dev.seatport.hexagon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagePatternTest {
    @ParameterizedTest
    @CsvSource({
        "com.acme,               com.acme,               true",
        "com.acme,               com.acme.domain,        false",
        "com.acme..,             com.acme,               true",
        "com.acme..,             com.acme.domain.order,  true",
        "com.acme..,             com.acmex,              false",
        "com.acme.*.domain,      com.acme.order.domain,  true",
        "com.acme.*.domain,      com.acme.domain,        false",
        "com.acme..domain..,     com.acme.a.b.domain.c,  true",
        "com.acme..domain..,     com.acme.domain,        true",
        "..,                     anything.at.all,        true"
    })
    void matchesPackages(String pattern, String packageName, boolean matches) {
        assertThat(PackagePattern.of(pattern).matches(packageName)).isEqualTo(matches);
    }

    @Test
    void starsAreReturned() {
        assertThat(PackagePattern.of("com.acme.*.adapter.*..").match("com.acme.order.adapter.jpa.rows"))
                .contains(List.of("order", "jpa"));
    }

    @Test
    void theMorePrecisePatternDecides() {
        Layout layout = Hexagon.of("com.acme")
                .application("application..")
                .domain("application.domain..")
                .outermost("main", "..")
                .layout();

        assertThat(layout.layerOf("com.acme.application.domain.order").map(ComponentLayer::name))
                .contains("domain");
        assertThat(layout.layerOf("com.acme.application.service").map(ComponentLayer::name))
                .contains("application");
        assertThat(layout.layerOf("com.acme.start").map(ComponentLayer::name)).contains("main");
        assertThat(layout.layerOf("org.other")).isEmpty();
    }
}
