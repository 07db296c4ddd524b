package dev.pulso.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private final Proxies proxies =
            new Proxies(Optional.of(List.of("127.0.0.1", " 10.1.0.0/16", "2001:db8::/32", "::1")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                // peer | X-Forwarded-For | client
                "203.0.113.9 | 6.6.6.6 | 203.0.113.9",
                "10.2.0.1 | 6.6.6.6 | 10.2.0.1",
                "10.1.7.7 | 203.0.113.9 | 203.0.113.9",
                // The client wrote the first one itself; the proxy appended what it saw.
                "127.0.0.1 | 6.6.6.6, 203.0.113.9 | 203.0.113.9",
                // Two proxies of ours, one behind the other.
                "127.0.0.1 | 6.6.6.6, 203.0.113.9, 10.1.2.3 | 203.0.113.9",
                "::1 | 2001:db8::7, 2a00:1450::5 | 2a00:1450::5",
                "127.0.0.1 | 203.0.113.9, unknown | 127.0.0.1",
                "127.0.0.1 | localhost | 127.0.0.1",
                "127.0.0.1 | '' | 127.0.0.1",
                "127.0.0.1 | 10.1.2.3 | 10.1.2.3",
            })
    void only_what_a_trusted_proxy_says_counts_and_of_that_only_what_it_saw(
            String peer, String forwarded, String client) {
        assertThat(proxies.client(peer, List.of(forwarded))).isEqualTo(client);
    }

    @Test
    void a_header_that_comes_twice_is_one_row() {
        assertThat(proxies.client("127.0.0.1", List.of("6.6.6.6", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(proxies.client("127.0.0.1", List.of())).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "*"})
    void a_setting_that_is_no_network_stops_the_start(String setting) {
        assertThatThrownBy(() -> new Proxies(Optional.of(List.of(setting)))).hasMessageContaining(setting);
    }

    @Test
    void without_the_setting_nobody_is_trusted() {
        Proxies nobody = new Proxies(Optional.empty());
        assertThat(nobody.client("127.0.0.1", List.of("6.6.6.6"))).isEqualTo("127.0.0.1");
    }
}
