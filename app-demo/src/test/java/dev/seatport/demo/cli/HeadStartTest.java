package dev.seatport.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadStartTest {
    private static HeadStart of(String line) {
        return HeadStart.of(line.isEmpty() ? new String[0] : line.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customers",
                "customers --config file",
                "review --format html --output out",
                "report",
                "doctor",
                "demo"
            })
    void isGivenToCommandsThatAskVendors(String line) {
        HeadStart ahead = of(line);
        assertThat(ahead.begun()).isTrue();
        ahead.drop();
        assertThat(ahead.begun()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "-V",
                "customers --help",
                "customers -h",
                "customers -v",
                "customers -hv",
                "customers --verbose",
                "customers --verbose=true",
                "--verbose customers",
                "customers @arguments",
                "@arguments",
                "products",
                "sandbox",
                "costumers"
            })
    void isNotGivenToWhatAsksNobodyNorToWhoWantsToBeToldMore(String line) {
        assertThat(of(line).begun()).isFalse();
    }

    @Test
    void isTakenOnce() throws Exception {
        HeadStart ahead = of("customers");
        var taken = ahead.take();
        assertThat(ahead.begun()).isFalse();
        var another = ahead.take();
        assertThat(another).isNotSameAs(taken);
        taken.close();
        another.close();
    }
}
