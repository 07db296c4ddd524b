package dev.pulso.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Records of which a test makes several, each with what it needs and what the test gives it. */
public final class NewRecords {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private NewRecords() {}

    /** @param kind the path of the list after {@code /api/} */
    public static String make(TestTenant tenant, String kind, Map<String, Object> given) {
        if (kind.equals("files")) {
            return TestFiles.attach(tenant, Map.of("company_id", make(tenant, "crm/companies", Map.of())))
                    .toString();
        }
        return tenant.create(path(tenant, kind), body(tenant, kind, given)).toString();
    }

    /** Where one is posted: a payment is an invoice's. */
    public static String path(TestTenant tenant, String kind) {
        if (!kind.equals("payments")) {
            return "/api/" + kind;
        }
        String invoice = make(tenant, "invoices", Map.of());
        tenant.api().post("/api/invoices/" + invoice + "/issue").then().statusCode(200);
        return "/api/invoices/" + invoice + "/payments";
    }

    /** A body that makes one, with a name or address of its own. */
    public static Map<String, Object> body(TestTenant tenant, String kind, Map<String, Object> given) {
        int one = COUNT.incrementAndGet();
        Map<String, Object> body = new HashMap<>(
                switch (kind) {
                    case "invoices" ->
                        Map.of(
                                "customer_id",
                                customer(tenant),
                                "items",
                                List.of(Map.of("description", "Logotipo", "kind", "service", "unit_price", "800.00")));
                    case "payments" -> Map.of("amount_cents", 100, "method", "pix");
                    case "tenant/users" ->
                        Map.of(
                                "name",
                                "Rui",
                                "email",
                                "rui" + one + "@x.example",
                                "role",
                                "viewer",
                                "password",
                                "correct horse battery");
                    case "tenant/users/invitations" -> Map.of("email", "guest" + one + "@x.example", "role", "viewer");
                    case "customers" -> Map.of("name", "Ana", "kind", "person");
                    case "contracts" ->
                        Map.of(
                                "customer_id",
                                customer(tenant),
                                "service_type",
                                "hospedagem_site",
                                "title",
                                "Ana",
                                "billing_cycle",
                                "monthly",
                                "amount_cents",
                                100,
                                "start_on",
                                "2026-01-15");
                    case "crm/lost-reasons" -> Map.of("name", "Prazo");
                    case "crm/goals" ->
                        Map.of("owner_id", tenant.adminId(), "month", "2026-11-01", "amount_cents", 100);
                    case "crm/products" -> Map.of("name", "Ana", "unit_price", "10", "charge", "monthly");
                    case "crm/deals" -> Map.of("title", "Ana");
                    case "crm/activities" -> Map.of("type", "task", "subject", "Ana");
                    case "crm/pipelines" ->
                        Map.of(
                                "name",
                                "Vendas " + one,
                                "stages",
                                List.of(
                                        Map.of("name", "Novo", "type", "open", "probability", 10),
                                        Map.of("name", "Ganho", "type", "won", "probability", 100),
                                        Map.of("name", "Perdido", "type", "lost", "probability", 0)));
                    case "custom-fields" ->
                        Map.of("kind", "leads", "key", "campo_" + one, "label", "Campo", "type", "text");
                    case "views" -> Map.of("name", "Meus", "question", Map.of("kind", "leads"));
                    case "roles" -> Map.of("name", "Papel " + one, "permissions", List.of("crm.leads:read"));
                    case "tenant/holidays" -> Map.of("day", "2026-03-29", "name", "Aniversário da cidade");
                    case "portfolio/service-types" -> Map.of("code", "tipo_" + one, "name", "Tipo");
                    default -> Map.of("name", "Ana " + one);
                });
        body.putAll(given);
        return body;
    }

    private static String customer(TestTenant tenant) {
        return tenant.create("/api/customers", Map.of("name", "Cliente", "kind", "company"))
                .toString();
    }
}
