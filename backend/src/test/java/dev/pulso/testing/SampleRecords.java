package dev.pulso.testing;

import static io.restassured.RestAssured.given;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One record of every kind in a tenant, made through the API; for tests that go over all operations. */
public final class SampleRecords {
    private final TestTenant tenant;
    private final UUID key = UUID.randomUUID();
    private final Map<String, UUID> idByPath = new LinkedHashMap<>();

    private SampleRecords(TestTenant tenant) {
        this.tenant = tenant;
    }

    public static SampleRecords in(TestTenant tenant) {
        SampleRecords records = new SampleRecords(tenant);
        records.make("/api/crm/leads", Map.of("name", "Ana"));
        records.make("/api/crm/companies", Map.of("name", "Imobiliária ABC"));
        records.make("/api/crm/contacts", Map.of("name", "Ana"));
        records.make("/api/crm/deals", Map.of("title", "Site"));
        records.make("/api/crm/products", Map.of("name", "Hospedagem", "unit_price", "10", "charge", "monthly"));
        records.idByPath.put(
                "/api/crm/deal-lines",
                tenant.create(
                        "/api/crm/deals/" + records.idByPath.get("/api/crm/deals") + "/lines",
                        Map.of("description", "Site", "unit_price", "10", "charge", "one_off")));
        records.idByPath.put("/api/crm/closings", closing(tenant));
        records.make(
                "/api/crm/goals", Map.of("owner_id", tenant.adminId(), "month", "2026-12-01", "amount_cents", 100));
        records.make("/api/crm/lost-reasons", Map.of("name", "Prazo"));
        records.make("/api/crm/activities", Map.of("type", "task", "subject", "Ligar"));
        records.idByPath.put(
                "/api/crm/pipelines",
                UUID.fromString(tenant.get("/api/crm/pipelines").getString("data[0].id")));
        records.make("/api/roles", Map.of("name", "Pré-vendas", "permissions", List.of("crm.leads:read")));
        records.idByPath.put(
                "/api/tenant/api-keys",
                UUID.fromString(tenant.post(
                                "/api/tenant/api-keys",
                                Map.of("name", "ERP", "scopes", List.of("customers.customers:read")))
                        .statusCode(201)
                        .extract()
                        .path("key.id")));
        records.make("/api/tenant/holidays", Map.of("day", "2026-03-29", "name", "Aniversário da cidade"));
        records.make("/api/teams", Map.of("name", "Sul"));
        records.make("/api/custom-fields", Map.of("kind", "leads", "key", "placa", "label", "Placa", "type", "text"));
        records.make("/api/views", Map.of("name", "Meus", "question", Map.of("kind", "leads")));
        records.make(
                "/api/tenant/users",
                Map.of(
                        "name",
                        "Rui",
                        "email",
                        "rui@" + tenant.slug() + ".example",
                        "role",
                        "viewer",
                        "password",
                        tenant.password(),
                        "external_source",
                        "erp",
                        "external_id",
                        records.key));
        // Its own: a mailbox gets so many mails an hour, from all companies together.
        records.make(
                "/api/tenant/users/invitations",
                Map.of("email", "guest@" + tenant.slug() + ".example", "role", "viewer"));
        records.idByPath.put(
                "/api/profile/sessions",
                UUID.fromString(tenant.get("/api/profile/sessions").getString("data[0].id")));
        records.idByPath.put("/api/operator/tenants", tenant.id());
        UUID customer = records.make("/api/customers", Map.of("name", "João", "kind", "person"));
        records.make(
                "/api/contracts",
                Map.of(
                        "customer_id", customer,
                        "service_type", "hospedagem_site",
                        "title", "Hospedagem",
                        "billing_cycle", "monthly",
                        "amount_cents", 5000,
                        "start_on", "2026-01-31"));
        records.make(
                "/api/invoices",
                Map.of(
                        "customer_id",
                        customer,
                        "items",
                        List.of(Map.of("description", "Logotipo", "kind", "service", "unit_price", "800.00"))));
        records.knownInvoice(customer);
        records.idByPath.put("/api/merges", records.merged());
        records.idByPath.put(
                "/api/jobs/runs",
                UUID.fromString(tenant.post("/api/jobs/invoice-run/runs", Map.of("on", "2026-01-31"))
                        .statusCode(202)
                        .extract()
                        .path("id")));
        records.idByPath.put(
                "/api/imports",
                UUID.fromString(given().header("Authorization", "Bearer " + tenant.token(TestTenant.Role.admin))
                        .multiPart("kind", "deals")
                        .multiPart("mapping", "{\"title\": \"title\"}")
                        .multiPart("file", "deals.csv", "title\nOne\n".getBytes(), "text/csv")
                        .post("/api/imports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id")));
        records.idByPath.put(
                "/api/bulk-jobs",
                UUID.fromString(tenant.post(
                                "/api/crm/leads/bulk",
                                Map.of(
                                        "action", Map.of("type", "set_source"),
                                        "records", List.of(Map.of("id", UUID.randomUUID()))))
                        .statusCode(202)
                        .extract()
                        .path("id")));
        records.idByPath.put(
                "/api/exports",
                UUID.fromString(
                        tenant.post("/api/exports", Map.of("question", Map.of("kind", "leads"), "format", "csv"))
                                .statusCode(202)
                                .extract()
                                .path("id")));
        records.idByPath.put("/api/files", TestFiles.attach(tenant, Map.of("customer_id", customer)));
        records.idByPath.put(
                "/api/notifications",
                TestNotifications.of(tenant, tenant.adminId(), records.idByPath.get("/api/crm/deals")));
        records.idByPath.put("/api/work/dead-letters", DeadLetter.in(tenant));
        return records;
    }

    /** A sale that was closed with its line. */
    public static UUID closing(TestTenant tenant) {
        UUID company = tenant.create("/api/crm/companies", Map.of("name", "Padaria Ponto Certo"));
        UUID deal = tenant.create("/api/crm/deals", Map.of("title", "Loja", "company_id", company));
        tenant.create(
                "/api/crm/deals/" + deal + "/lines",
                Map.of("description", "Loja", "unit_price", "10", "charge", "one_off"));
        return UUID.fromString(tenant.post("/api/crm/deals/" + deal + "/win", Map.of("sale", Map.of()))
                .statusCode(200)
                .extract()
                .path("closing.id"));
    }

    private UUID merged() {
        UUID kept = tenant.create("/api/crm/companies", Map.of("name", "Um"));
        UUID other = tenant.create("/api/crm/companies", Map.of("name", "Outro"));
        return UUID.fromString(tenant.basedOn(0)
                .body(Map.of("other_id", other, "other_version", 0))
                .post("/api/crm/companies/{id}/merge", kept)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    public TestTenant tenant() {
        return tenant;
    }

    /** The record that {@code {id}} of a path stands for. */
    public UUID idFor(String path) {
        return idByPath.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey() + "/{id}"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sample record for " + path + ": make one here"))
                .getValue();
    }

    /** What the system {@code erp} calls those records that are found by its key and not made by it. */
    public UUID key() {
        return key;
    }

    private void knownInvoice(UUID customer) {
        Map<String, Object> known = Map.of("external_source", "erp", "external_id", key);
        Map<String, Object> invoice = new LinkedHashMap<>(known);
        invoice.put("customer_id", customer);
        invoice.put("items", List.of(Map.of("description", "Site", "kind", "service", "unit_price", "900.00")));
        UUID id = tenant.create("/api/invoices", invoice);
        tenant.api().post("/api/invoices/" + id + "/issue").then().statusCode(200);
        Map<String, Object> payment = new LinkedHashMap<>(known);
        payment.put("amount_cents", 100);
        payment.put("method", "pix");
        tenant.post("/api/invoices/" + id + "/payments", payment).statusCode(201);
    }

    public Collection<UUID> ids() {
        return idByPath.values();
    }

    private UUID make(String path, Object body) {
        UUID id = tenant.create(path, body);
        idByPath.put(path, id);
        return id;
    }
}
