package dev.pulso.portfolio;

import dev.pulso.testing.TestTenant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Contracts as tests speak of them; monthly and active since 15 January 2024 unless told otherwise. */
final class ContractSamples {
    private final Map<String, Object> body = new HashMap<>();

    private ContractSamples(UUID customer, String serviceType, long amountCents, long costCents) {
        body.put("customer_id", customer);
        body.put("service_type", serviceType);
        body.put("title", serviceType);
        body.put("billing_cycle", "monthly");
        body.put("amount_cents", amountCents);
        body.put("cost_cents", costCents);
        body.put("start_on", "2024-01-15");
    }

    static ContractSamples aContract(UUID customer, String serviceType, long amountCents, long costCents) {
        return new ContractSamples(customer, serviceType, amountCents, costCents);
    }

    static ContractSamples aContract(UUID customer) {
        return new ContractSamples(customer, "hospedagem_site", 5_000, 2_000);
    }

    ContractSamples with(String field, Object value) {
        body.put(field, value);
        return this;
    }

    ContractSamples without(String field) {
        body.remove(field);
        return this;
    }

    Map<String, Object> body() {
        return body;
    }

    UUID in(TestTenant tenant) {
        return tenant.create("/api/contracts", body);
    }

    static UUID aCustomer(TestTenant tenant, String name) {
        return tenant.create("/api/customers", Map.of("name", name, "kind", "company"));
    }

    /** Today where new tenants are. */
    static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Sao_Paulo"));
    }
}
