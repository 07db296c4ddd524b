package dev.pulso.start.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTlsTest {
    private static final String FAR = "postgres://pulso:secret@db.example:5432/pulso";

    @ParameterizedTest
    @ValueSource(strings = {"", "?sslmode=disable", "?sslmode=prefer", "?sslmode=require", "?sslmode=verify-ca"})
    void in_production_a_database_elsewhere_must_prove_who_it_is(String mode) {
        assertThatThrownBy(() -> check(FAR + mode, Map.of(), null))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("db.example")
                .hasMessageContaining("sslmode=verify-full")
                .hasMessageContaining("PULSO_DB_TLS=unverified")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_verified_connection_starts() {
        assertThatCode(() -> check(FAR + "?sslmode=verify-full", Map.of(), "prod"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_trusted_network_is_a_decision_that_somebody_writes_down() {
        assertThatCode(() -> check(FAR, Map.of("PULSO_DB_TLS", "unverified"), null))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(FAR, Map.of("PULSO_DB_TLS", "off"), null))
                .hasMessageContaining("verify or unverified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void what_stays_on_this_machine_needs_none(String host) {
        assertThatCode(() -> check("postgres://pulso:secret@" + host + "/pulso", Map.of(), null))
                .doesNotThrowAnyException();
    }

    @Test
    void development_and_tests_are_left_alone() {
        assertThatCode(() -> check(FAR, Map.of(), "dev")).doesNotThrowAnyException();
        assertThatCode(() -> check(FAR, Map.of(), "test")).doesNotThrowAnyException();
    }

    private static void check(String url, Map<String, String> environment, String profile) {
        DatabaseTls.check(DatabaseUrl.parse(url), environment, profile);
    }
}
