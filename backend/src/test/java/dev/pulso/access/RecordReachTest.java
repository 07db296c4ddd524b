package dev.pulso.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulso.edge.security.Permissions;
import dev.pulso.testing.Person;
import dev.pulso.testing.PublishedContract;
import dev.pulso.testing.SampleRecords;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whose role reaches only their own records finds no trace of another, whatever they read: taken from the contract, so that a new
 * operation cannot be forgotten.
 */
@QuarkusTest
class RecordReachTest {
    @TestFactory
    Stream<DynamicTest> no_answer_of_any_operation_tells_the_id_of_a_hidden_record() {
        TestTenant tenant = TestTenant.register();
        SampleRecords records = SampleRecords.in(tenant);
        UUID hiddenLead = records.idFor("/api/crm/leads/{id}");
        UUID hiddenDeal = records.idFor("/api/crm/deals/{id}");
        UUID won = tenant.create("/api/crm/deals", Map.of("title", "Won by somebody else"));
        tenant.post(
                        "/api/crm/deals/" + won + "/win",
                        Map.of(
                                "customer",
                                Map.of("name", "Cliente", "kind", "company"),
                                "contracts",
                                List.of(Map.of(
                                        "service_type", "hospedagem_site",
                                        "title", "Hospedagem",
                                        "billing_cycle", "monthly",
                                        "amount_cents", 5000,
                                        "start_on", "2026-01-31"))))
                .statusCode(200);
        List<String> all = Permissions.ALL.stream().sorted().toList();
        String role = tenant.create(
                        "/api/roles",
                        Map.of(
                                "name",
                                "Everything, of their own",
                                "permissions",
                                all,
                                "record_scopes",
                                Map.of("leads", "own", "deals", "own")))
                .toString();
        Person scoped = Person.join(tenant, role);
        UUID ownLead = scoped.create("/api/crm/leads", Map.of("name", "Bia"));
        UUID ownDeal = scoped.create("/api/crm/deals", Map.of("title", "Loja"));
        // A lead of their own may have become a deal that belongs to somebody else since.
        UUID converted = scoped.create("/api/crm/leads", Map.of("name", "Caio", "email", "caio@x.example"));
        String given = scoped.api()
                .body(Map.of("title", "Caio"))
                .post("/api/crm/leads/" + converted + "/convert")
                .then()
                .statusCode(201)
                .extract()
                .path("deal.id");
        int version = tenant.get("/api/crm/deals/" + given).getInt("version");
        tenant.api()
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("owner_id", tenant.adminId()))
                .patch("/api/crm/deals/" + given)
                .then()
                .statusCode(200);

        Set<UUID> ids = new LinkedHashSet<>(records.ids());
        ids.addAll(List.of(ownLead, ownDeal, converted, UUID.fromString(given), won));
        List<String> hidden = List.of(hiddenLead.toString(), hiddenDeal.toString(), won.toString(), given);
        List<DynamicTest> tests = new ArrayList<>();
        PublishedContract.ROOT.get("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().get("get");
            if (get != null
                    && get.at("/responses/200/content/text~1event-stream").isMissingNode()) {
                tests.add(dynamicTest("GET " + path.getKey(), () -> {
                    Set<String> addresses = new LinkedHashSet<>();
                    if (path.getKey().contains("{id}")) {
                        ids.forEach(id -> addresses.add(path.getKey().replace("{id}", id.toString())));
                    } else {
                        addresses.add(path.getKey());
                    }
                    for (String address : addresses) {
                        String body = read(scoped, address.replaceAll("\\{[^}]+}", "x"))
                                .asString();
                        for (String id : hidden) {
                            // What was asked for is no answer.
                            assertThat(body).as(address).doesNotContain("\"" + id + "\"");
                        }
                    }
                }));
            }
        });
        assertThat(tests).hasSizeGreaterThan(40);
        return tests.stream();
    }

    private static Response read(Person person, String address) {
        return given().header("Authorization", "Bearer " + person.token()).get(address);
    }
}
