package dev.pulso.crm;

import static dev.pulso.crm.Sales.COMPANIES;
import static dev.pulso.crm.Sales.CONTACTS;
import static dev.pulso.crm.Sales.DEALS;
import static dev.pulso.crm.Sales.LEADS;
import static dev.pulso.crm.Sales.PIPELINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another tenant's ids do not exist here: neither in a path nor in a body nor in a filter. */
@QuarkusTest
class ForeignIdsTest {
    private Sales ours;
    private Sales theirs;
    private UUID theirCompany;
    private UUID theirContact;
    private UUID theirDeal;
    private UUID theirLead;

    @BeforeEach
    void tenants() {
        ours = Sales.ofNewTenant();
        theirs = Sales.ofNewTenant();
        theirCompany = theirs.aCompany("Theirs");
        theirContact = theirs.aContact("Theirs");
        theirDeal = theirs.aDeal("Theirs");
        theirLead = theirs.aLead(Map.of("name", "Theirs", "email", "x@theirs.com.br", "company_name", "Theirs"));
    }

    @Test
    void in_a_path_they_are_404_whatever_is_done() {
        for (Map.Entry<String, UUID> theirRecord : Map.of(
                        LEADS, theirLead,
                        COMPANIES, theirCompany,
                        CONTACTS, theirContact,
                        PIPELINES, theirs.pipeline())
                .entrySet()) {
            String path = theirRecord.getKey() + "/{id}";
            ours.tenant().api().get(path, theirRecord.getValue()).then().statusCode(404);
            ours.patch(theirRecord.getKey(), theirRecord.getValue(), Map.of("name", "Ours"), 0)
                    .statusCode(404);
        }
        ours.tenant().api().get(DEALS + "/{id}", theirDeal).then().statusCode(404);
        ours.patch(DEALS, theirDeal, Map.of("title", "Ours"), 0).statusCode(404);
        ours.act(DEALS, theirDeal, "move", Map.of("stage_id", ours.stage("Novo")))
                .statusCode(404);
        ours.act(DEALS, theirDeal, "move", Map.of("stage_id", theirs.stage("Novo")))
                .statusCode(404);
        ours.win(theirDeal, Map.of()).statusCode(404);
        ours.lose(theirDeal, "Preço").statusCode(404);
        ours.reopen(theirDeal).statusCode(404);
        ours.act(LEADS, theirLead, "convert", Map.of()).statusCode(404);
        ours.tenant().api().delete(LEADS + "/{id}", theirLead).then().statusCode(404);
        ours.tenant()
                .api()
                .get(PIPELINES + "/{id}/board", theirs.pipeline())
                .then()
                .statusCode(404);
        assertThat(theirs.deal(theirDeal).getString("title")).isEqualTo("Theirs");
    }

    @Test
    void in_a_body_they_are_refused_by_the_name_of_the_field() {
        UUID deal = ours.aDeal("Ours");
        UUID contact = ours.aContact("Ours");
        UUID lead = ours.aLead(Map.of("name", "Ours"));
        UUID theirUser = theirs.tenant().adminId();
        UUID theirCustomer = theirs.tenant().create("/api/customers", Map.of("name", "T", "kind", "person"));
        refused("company_id", ours.tenant().post(DEALS, Map.of("title", "X", "company_id", theirCompany)));
        refused("contact_id", ours.tenant().post(DEALS, Map.of("title", "X", "contact_id", theirContact)));
        refused("owner_id", ours.tenant().post(DEALS, Map.of("title", "X", "owner_id", theirUser)));
        refused("pipeline_id", ours.tenant().post(DEALS, Map.of("title", "X", "pipeline_id", theirs.pipeline())));
        refused("stage_id", ours.tenant().post(DEALS, Map.of("title", "X", "stage_id", theirs.stage("Novo"))));
        refused("company_id", ours.patch(DEALS, deal, Map.of("company_id", theirCompany), 0));
        refused("contact_id", ours.patch(DEALS, deal, Map.of("contact_id", theirContact), 0));
        refused("owner_id", ours.patch(DEALS, deal, Map.of("owner_id", theirUser), 0));
        refused("stage_id", ours.act(DEALS, deal, "move", Map.of("stage_id", theirs.stage("Novo"))));
        refused("customer_id", ours.win(deal, Map.of("customer_id", theirCustomer)));
        refused("company_id", ours.tenant().post(CONTACTS, Map.of("name", "X", "company_id", theirCompany)));
        refused("company_id", ours.patch(CONTACTS, contact, Map.of("company_id", theirCompany), 0));
        refused("owner_id", ours.tenant().post(LEADS, Map.of("name", "X", "owner_id", theirUser)));
        refused("owner_id", ours.patch(LEADS, lead, Map.of("owner_id", theirUser), 0));
        refused("pipeline_id", ours.act(LEADS, lead, "convert", Map.of("pipeline_id", theirs.pipeline())));
        Map<String, Object> stolen = new HashMap<>(Map.of("name", "X", "type", "open"));
        stolen.put("id", theirs.stage("Novo"));
        refused(
                "stages[0].id",
                ours.patch(
                        PIPELINES,
                        ours.pipeline(),
                        Map.of(
                                "stages",
                                List.of(
                                        stolen,
                                        Map.of("name", "G", "type", "won"),
                                        Map.of("name", "P", "type", "lost"))),
                        0));
    }

    @Test
    void as_a_neighbour_they_are_ignored_like_any_card_that_has_gone() {
        UUID deal = ours.aDeal("Ours");
        ours.moveAfter(deal, "Novo", theirDeal).statusCode(200);
    }

    @Test
    void as_a_filter_they_find_nothing() {
        for (String filter : List.of(
                "pipeline_id=" + theirs.pipeline(),
                "stage_id=" + theirs.stage("Novo"),
                "company_id=" + theirCompany,
                "owner_id=" + theirs.tenant().adminId(),
                "q=Theirs")) {
            assertThat(ours.tenant().get(DEALS + "?" + filter).getList("data"))
                    .as(filter)
                    .isEmpty();
        }
    }

    @Test
    void a_conversion_matches_our_companies_and_contacts_only() {
        UUID lead = ours.aLead(Map.of("name", "Ours", "email", "x@theirs.com.br", "company_name", "Theirs"));
        var made = ours.act(LEADS, lead, "convert", Map.of())
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(made.getUUID("company.id")).isNotEqualTo(theirCompany);
        assertThat(made.getUUID("contact.id")).isNotEqualTo(theirContact);
    }

    private static void refused(String field, ValidatableResponse answer) {
        answer.statusCode(400).body("violations.field", contains(field));
    }
}
