package dev.pulso.portfolio.internal.contract;

import dev.pulso.demo.Agreement;
import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoRows;
import dev.pulso.demo.DemoYear;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantCurrency;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Contracts of the demo company, of every service, cycle and status, and what they were worth when: the portfolio of each of
 * the last twelve months is what it was then.
 */
@ApplicationScoped
class ContractDemo implements DemoData {
    private final Tenancy tenancy;
    private final TenantCurrency currencies;

    ContractDemo(Tenancy tenancy, TenantCurrency currencies) {
        this.tenancy = tenancy;
        this.currencies = currencies;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        List<JsonObject> changes = new ArrayList<>();
        year.agreements().forEach(agreement -> changes.addAll(changes(year, agreement)));
        return currencies
                .of(admin)
                .invoke(currency -> changes.forEach(change -> change.put("currency", currency.getCurrencyCode())))
                .chain(currency -> tenancy.sql(
                        admin,
                        connection -> DemoRows.insert(
                                        connection,
                                        admin,
                                        "contracts",
                                        year.agreements().stream()
                                                .map(agreement -> row(year, agreement, currency.getCurrencyCode()))
                                                .toList())
                                .chain(() -> DemoRows.insert(connection, admin, "contract_changes", changes))));
    }

    @Override
    public int order() {
        return 30;
    }

    private static JsonObject row(DemoYear year, Agreement agreement, String currency) {
        Agreement.Terms terms = agreement.latest();
        int changes = agreement.terms().size() - 1;
        return DemoRows.row(
                "id", agreement.id(),
                "customer_id", agreement.buyer().id(),
                "deal_id", agreement.dealId(),
                "service_type", agreement.serviceType(),
                "title", agreement.title(),
                "billing_cycle", agreement.cycle().code(),
                "amount_cents", terms.amountCents(),
                "cost_cents", terms.costCents(),
                "currency", currency,
                "status", terms.status(),
                "paying", terms.paying(),
                "terms_since", changes == 0 ? null : terms.since(),
                "start_on", agreement.startOn(),
                "end_on", agreement.endOn(),
                "next_review_on", agreement.reviewOn(),
                "term_months", agreement.termMonths(),
                "billing_day", agreement.billingDay(),
                "reference_type", agreement.referenceType(),
                "reference_id", agreement.referenceId(),
                "internal_notes", agreement.notes(),
                "created_at", agreement.createdAt(),
                "updated_at", changes == 0 ? agreement.createdAt() : changedAt(year, agreement, terms.since()),
                "version", changes);
    }

    /** The first terms hold since ever, as those of every contract. */
    private static List<JsonObject> changes(DemoYear year, Agreement agreement) {
        List<JsonObject> rows = new ArrayList<>();
        for (Agreement.Terms terms : agreement.terms()) {
            boolean first = rows.isEmpty();
            OffsetDateTime at = first ? agreement.createdAt() : changedAt(year, agreement, terms.since());
            rows.add(DemoRows.row(
                    "id", year.id("contract_change", agreement.no() * 10 + rows.size(), at),
                    "contract_id", agreement.id(),
                    "effective_on", first ? "-infinity" : terms.since(),
                    "amount_cents", terms.amountCents(),
                    "cost_cents", terms.costCents(),
                    "service_type", agreement.serviceType(),
                    "billing_cycle", agreement.cycle().code(),
                    "status", terms.status(),
                    "paying", terms.paying(),
                    "created_at", at));
        }
        return rows;
    }

    private static OffsetDateTime changedAt(DemoYear year, Agreement agreement, LocalDate day) {
        return year.at(day, year.chance("portfolio.change." + agreement.no() + "." + day.getDayOfYear()));
    }
}
