package dev.pulso;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pulso.testing.NewRecords;
import dev.pulso.testing.TestTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What there may be one of in a company, by the keys of the database itself: whoever makes a second is told the first. */
@QuarkusTest
class DuplicatesTest {
    /** @param type of the 409 */
    private record Twice(String kind, String field, String type, Object first, Object second) {
        static Twice of(String kind, String field, Object first, Object second) {
            return new Twice(kind, field, "duplicate", first, second);
        }

        static Twice external(String kind) {
            return of(kind, "external_id", "A/7", " A/7 ");
        }
    }

    private static final Map<String, Twice> KEYS = Map.ofEntries(
            entry("companies_tax_id_key", Twice.of("crm/companies", "tax_id", "11.222.333/0001-81", "11222333000181")),
            entry("customers_tax_id_key", Twice.of("customers", "tax_id", "529.982.247-25", "52998224725")),
            entry("users_email_key", Twice.of("tenant/users", "email", "ana@x.example", "Ana@X.example")),
            entry("custom_fields_key", Twice.of("custom-fields", "key", "placa", "placa")),
            entry("teams_name_key", Twice.of("teams", "name", "Sul", " Sul ")),
            entry("roles_name_key", Twice.of("roles", "name", "Um", "Um ")),
            entry("pipelines_name_key", Twice.of("crm/pipelines", "name", "Parcerias", " Parcerias")),
            entry("holidays_day_key", Twice.of("tenant/holidays", "day", "2026-03-29", "2026-03-29")),
            entry("service_types_code_key", Twice.of("portfolio/service-types", "code", "loja", "loja")),
            entry(
                    "invitations_open_email",
                    new Twice(
                            "tenant/users/invitations",
                            "email",
                            "invited_already",
                            "bia@dup.example",
                            "Bia@dup.example")),
            entry("payments_reference_key", new Twice("payments", "reference", "reference_used", "E1", " E1 ")),
            entry("companies_external_id_key", Twice.external("crm/companies")),
            entry("contacts_external_id_key", Twice.external("crm/contacts")),
            entry("leads_external_id_key", Twice.external("crm/leads")),
            entry("deals_external_id_key", Twice.external("crm/deals")),
            entry("activities_external_id_key", Twice.external("crm/activities")),
            entry("products_external_id_key", Twice.external("crm/products")),
            entry("lost_reasons_name_key_key", Twice.of("crm/lost-reasons", "name", "Preço  alto", "preco ALTO")),
            entry("goals_month_key", Twice.of("crm/goals", "month", "2026-12-01", "2026-12-31")),
            entry("products_code_key", Twice.of("crm/products", "code", "HOSP", " HOSP ")),
            entry("customers_external_id_key", Twice.external("customers")),
            entry("contracts_external_id_key", Twice.external("contracts")),
            entry("invoices_external_id_key", Twice.external("invoices")),
            entry("payments_external_id_key", Twice.external("payments")),
            entry("users_external_id_key", Twice.external("tenant/users")));

    /** Keys that no request can hit, and why. */
    private static final Map<String, String> NOBODY = Map.ofEntries(
            entry("contacts_is_primary_key", "the main contact before steps back"),
            entry("pipelines_is_default_key", "the default before steps back"),
            entry("deal_closings_waiting_key", "the deal is locked, and won once until it is open again"),
            entry("stages_type_key", "it holds the id, and is there for what refers to it"),
            entry("stages_ordinal_key", "their order is that of the list"),
            entry("leads_deal_key", "a lead that was converted answers its deal"),
            entry("deals_lead_key", "a lead that was converted answers its deal"),
            entry("invoices_number_key", "numbers are given under the lock of their counter"),
            entry("invoices_period_key", "the run leaves out what is billed"),
            entry("invoices_periods_apart", "the run leaves out what is billed"),
            entry("invoice_items_position_key", "their order is that of the list"),
            entry("business_hours_one_per_tenant", "they are replaced"),
            entry("lead_scoring_version_key", "who is overtaken is told the version"),
            entry("lead_sources_one_per_tenant", "they are replaced"),
            entry("lead_signals_external_id_key", "told again, it is the signal that is there"),
            entry("lead_score_overrides_rule_key", "who decides again decides otherwise"),
            entry("tags_name_key", "the tag that is there is taken"),
            entry("duplicate_pairs_records_key", "a pair is found again"),
            entry("job_runs_once_per_day", "the scheduler takes up what is there"),
            entry("job_runs_one_by_hand", "a run that goes on is told as one"),
            entry("notifications_event_key", "who was told of an event is not told again"),
            entry("mails_key", "a mail that was put down is not put down again"),
            entry("tenant_directory_slug_unique", "the other company is nobody's business"));

    private static final String UNIQUE = """
            select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
            where (x.indisunique or x.indisexclusion) and not x.indisprimary
              and t.relnamespace = 'public'::regnamespace and not t.relispartition
              and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id')
            order by 1""";

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @TestFactory
    Stream<DynamicTest> whoever_makes_a_second_is_told_the_first() throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(UNIQUE)) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        assertThat(Stream.concat(KEYS.keySet().stream(), NOBODY.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(keys);
        return keys.stream()
                .filter(KEYS::containsKey)
                .map(key -> dynamicTest(key, () -> {
                    Twice twice = KEYS.get(key);
                    TestTenant tenant = TestTenant.register();
                    ValidatableResponse made =
                            posted(tenant, twice, twice.first()).statusCode(201);
                    ValidatableResponse refused = posted(tenant, twice, twice.second())
                            .statusCode(409)
                            .body("type", endsWith("/" + twice.type()))
                            .body("violations[0].field", equalTo(twice.field()));
                    String first = made.extract().path("id");
                    String told = refused.extract().path("existing_id");
                    // A service type goes by its code, and has an id in the trail alone.
                    assertThat(UUID.fromString(told).toString()).isEqualTo(first == null ? told : first);
                    // The same in another company is no duplicate, and tells nothing of this one.
                    posted(TestTenant.register(), twice, twice.second()).statusCode(201);
                }));
    }

    private static ValidatableResponse posted(TestTenant tenant, Twice twice, Object value) {
        return tenant.post(
                NewRecords.path(tenant, twice.kind()),
                NewRecords.body(tenant, twice.kind(), Map.of(twice.field(), value)));
    }
}
