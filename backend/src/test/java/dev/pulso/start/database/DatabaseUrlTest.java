package dev.pulso.start.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @Test
    void both_clients_get_their_own_form_of_one_address() {
        DatabaseUrl url = DatabaseUrl.parse(
                "postgres://ana:p%40ss+w%2Ford@db.example.com:6432/sales?sslmode=require&connect_timeout=10");
        assertThat(url.user()).isEqualTo("ana");
        assertThat(url.password()).isEqualTo("p@ss+w/ord");
        assertThat(url.jdbcUrl())
                .isEqualTo("jdbc:postgresql://db.example.com:6432/sales?sslmode=require&connect_timeout=10");
        assertThat(url.reactiveUrl()).isEqualTo("postgresql://db.example.com:6432/sales?sslmode=require");
        assertThat(url.display()).isEqualTo("ana@db.example.com:6432/sales");
    }

    @Test
    void port_and_database_have_the_usual_defaults() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://ana:x@localhost");
        assertThat(url.port()).isEqualTo(5432);
        assertThat(url.database()).isEqualTo("ana");
    }

    @Test
    void the_quarkus_settings_are_addresses_too() {
        assertThat(DatabaseUrl.parse("jdbc:postgresql://h:1/d?user=u&password=p")
                        .user())
                .isEqualTo("u");
        assertThat(DatabaseUrl.parse("vertx-reactive:postgresql://h:1/d").host())
                .isEqualTo("h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://a:b@c/d", "not an address", "postgres://", "localhost:5432/pulso", ""})
    void a_malformed_address_is_told_in_one_line(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("DATABASE_URL is malformed")
                .hasMessageNotContaining("\n");
    }
}
