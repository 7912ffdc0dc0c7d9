package dev.seatport.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger.db",
                "jdbc:sqlite:ledger.db",
                "jdbc:postgresql://db.example.com:5432/seatport",
                "jdbc:postgresql://db.example.com/seatport?sslmode=verify-full&currentSchema=ledger"
            })
    void filesAndServersAreAllowed(String url) {
        assertThat(LedgerDatabaseOptions.url(url)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite::resource:https://example.com/ledger.db",
                "jdbc:sqlite:file:ledger.db?vfs=other",
                "jdbc:sqlite:ledger.db?enable_load_extension=true",
                "jdbc:postgresql:seatport",
                "jdbc:postgresql://user:pearl@db.example.com/seatport",
                "jdbc:postgresql://db.example.com/seatport?user=partner&password=pearl",
                "jdbc:postgresql://db.example.com/seatport?socketFactory=org.example.Factory",
                "jdbc:postgresql://db.example.com/seatport?pearl",
                "jdbc:mysql://db.example.com/seatport",
                "https://db.example.com/seatport"
            })
    void everythingElseIsRefused(String url) {
        assertThatThrownBy(() -> LedgerDatabaseOptions.url(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ledger");
    }

    @Test
    void aRefusalHasTheAllowedParametersAndNoValue() {
        assertThatThrownBy(() -> LedgerDatabaseOptions.url("jdbc:postgresql://db.example.com/seatport?password=pearl"))
                .hasMessageContainingAll("password", "sslmode", "currentSchema", "settings")
                .hasMessageNotContaining("pearl");
    }
}
