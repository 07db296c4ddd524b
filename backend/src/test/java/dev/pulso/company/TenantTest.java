package dev.pulso.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenantTest {
    private TestTenant tenant;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
    }

    @Test
    void a_patch_changes_what_it_names_and_clears_what_it_nulls() {
        tenant.api()
                .header("If-Match", "\"0\"")
                .body(Map.of("pix_key", "financeiro@pixel12.com.br", "pix_city", "Curitiba"))
                .patch("/api/tenant")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("pix_key", equalTo("financeiro@pixel12.com.br"));
        Map<String, Object> clear = new HashMap<>();
        clear.put("pix_key", null);
        tenant.basedOn(1)
                .body(clear)
                .patch("/api/tenant")
                .then()
                .statusCode(200)
                .body("pix_key", nullValue())
                .body("pix_city", equalTo("Curitiba"))
                .body("version", equalTo(2));
    }

    @Test
    void an_edit_says_which_version_it_is_based_on() {
        tenant.api().body(Map.of("name", "New")).patch("/api/tenant").then().statusCode(428);
        tenant.api()
                .header("If-Match", "\"7\"")
                .body(Map.of("name", "New"))
                .patch("/api/tenant")
                .then()
                .statusCode(412);
        tenant.api()
                .header("If-Match", "\"" + 7 + "\"")
                .body(Map.of("name", "New"))
                .patch("/api/tenant")
                .then()
                .statusCode(412);
        assertThat(tenant.get("/api/tenant").getInt("version")).isZero();
    }

    @Test
    void settings_that_make_no_sense_are_refused_by_field() {
        for (var bad : List.of(
                Map.entry("time_zone", (Object) "Mars/Olympus"),
                // PostgreSQL would read the sign the other way round, and does not know the last one at all.
                Map.entry("time_zone", (Object) "-03:00"),
                Map.entry("time_zone", (Object) "+05:30"),
                Map.entry("time_zone", (Object) "UTC-3"),
                Map.entry("time_zone", (Object) "GMT+02:00"),
                Map.entry("time_zone", (Object) "SystemV/PST8"),
                Map.entry("tax_id", (Object) "11111111111"),
                Map.entry("pix_key", (Object) "not a key"))) {
            tenant.api()
                    .header("If-Match", "\"" + 0 + "\"")
                    .body(Map.of(bad.getKey(), bad.getValue()))
                    .patch("/api/tenant")
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem(bad.getKey()));
        }
    }

    @Test
    void zones_are_named_after_a_place_or_stand_for_all_of_them() {
        int version = 0;
        for (String zone : List.of("America/Manaus", "Etc/GMT+3", "UTC", "Asia/Kolkata")) {
            tenant.api()
                    .header("If-Match", "\"" + version++ + "\"")
                    .body(Map.of("time_zone", zone))
                    .patch("/api/tenant")
                    .then()
                    .statusCode(200)
                    .body("time_zone", org.hamcrest.Matchers.equalTo(zone));
        }
    }

    @Test
    void an_email_the_company_has_already_is_a_conflict_that_names_the_field() {
        Map<String, Object> user =
                Map.of("name", "João", "email", "joao@x.example", "role", "agent", "password", "correct horse battery");
        tenant.post("/api/tenant/users", user).statusCode(201);
        tenant.post("/api/tenant/users", user).statusCode(409).body("violations.field", hasItem("email"));
    }

    @Test
    void every_write_is_in_the_audit_log_with_who_and_before_and_after() {
        tenant.api()
                .header("If-Match", "\"" + 0 + "\"")
                .body(Map.of("name", "Renamed"))
                .patch("/api/tenant")
                .then()
                .statusCode(200);

        var log = tenant.get("/api/audit?entity=tenants");
        assertThat(log.getString("data[0].action")).isEqualTo("update");
        assertThat(log.getString("data[0].after.name")).isEqualTo("Renamed");
        assertThat(log.getString("data[0].before.name")).startsWith("Company");
        assertThat(log.getString("data[0].actor_id")).isEqualTo(tenant.adminId().toString());
        assertThat(log.getString("data[0].actor_name")).startsWith("Admin of");
        assertThat(tenant.get("/api/audit").prettyPrint())
                .doesNotContain("argon2")
                .doesNotContain("password_hash");
    }

    @Test
    void lists_go_on_by_cursor_without_gap_or_repeat() {
        for (int i = 0; i < 5; i++) {
            tenant.create("/api/customers", Map.of("name", "Same name", "kind", "person"));
        }
        var first = tenant.get("/api/customers?limit=2");
        var second = tenant.get("/api/customers?limit=2&cursor={c}", first.getString("next_cursor"));
        var third = tenant.get("/api/customers?limit=2&cursor={c}", second.getString("next_cursor"));
        List<String> ids = new java.util.ArrayList<>();
        for (var page : List.of(first, second, third)) {
            ids.addAll(page.getList("data.id", String.class));
        }
        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
        assertThat(third.getString("next_cursor")).isNull();
        tenant.unchecked().get("/api/customers?cursor=garbage").then().statusCode(400);
        tenant.unchecked().get("/api/customers?limit=201").then().statusCode(400);
        tenant.unchecked().get("/api/customers?sort=password").then().statusCode(400);
    }
}
