package dev.pulso.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.testing.TestTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the zones that the first releases took and later ones do not. */
@QuarkusTest
class LeftZonesTest {
    private static final Path CHANGE = Path.of("src", "main", "resources", "db", "identity", "180-left-zones.sql");

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @ParameterizedTest
    @CsvSource({
        "-03:00, Etc/GMT+3",
        "+03:00, Etc/GMT-3",
        "UTC-03:00, Etc/GMT+3",
        "GMT+14:00, Etc/GMT-14",
        "Z, UTC",
        "+05:30, Asia/Kolkata",
        "UT-03:30, America/St_Johns",
        "+00:20, UTC",
        "-04:40, Etc/GMT+5",
        "+01:30:15, Etc/GMT-2",
        "+18:00, Etc/GMT-14",
        "-18:00, Etc/GMT+12",
        "Etc/GMT+13, Etc/GMT+12",
        "SystemV/AST4ADT, Etc/GMT+4",
        "Etc/GMT+3, Etc/GMT+3",
        "America/Sao_Paulo, America/Sao_Paulo"
    })
    void a_zone_without_a_name_becomes_one_that_shows_the_same_time(String stored, String named) throws Exception {
        TestTenant tenant = TestTenant.register();
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            sql.execute("update tenants set time_zone = '" + stored + "' where id = '" + tenant.id() + "'");
            sql.execute(Files.readString(CHANGE));
            sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            try (ResultSet directory = sql.executeQuery(
                    "select time_zone from tenant_directory where tenant_id = '" + tenant.id() + "'")) {
                directory.next();
                assertThat(directory.getString(1)).isEqualTo(named);
            }
            connection.commit();
        }
        assertThat(tenant.get("/api/tenant").getString("time_zone")).isEqualTo(named);
        // As a person would have chosen it.
        tenant.basedOn(tenant.get("/api/tenant").getInt("version"))
                .body(java.util.Map.of("time_zone", named))
                .patch("/api/tenant")
                .then()
                .statusCode(200);
    }
}
