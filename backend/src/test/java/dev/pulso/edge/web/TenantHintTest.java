package dev.pulso.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantHintTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "pixel12.app.example, app.example, pixel12",
                "Pixel12.APP.example, app.example, pixel12",
                "app.example, app.example, -",
                "www.app.example, app.example, -",
                "a.b.app.example, app.example, -",
                "evilapp.example, app.example, -",
                "pixel12.localhost, localhost, pixel12",
                "127.0.0.1, localhost, -"
            })
    void the_sub_domain_of_the_installation_names_the_company(String host, String installation, String slug) {
        assertThat(TenantHint.subDomain(host, installation)).isEqualTo(slug);
    }
}
