package dev.pulso.crm.internal.demo;

import dev.pulso.demo.Chance;
import dev.pulso.demo.DemoYear;
import dev.pulso.demo.Party;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A year of sales as plain data: where each card stands, who it is with, and the leads that did or did not become one. */
record SalesPlan(List<Client> clients, List<PlannedDeal> deals, List<PlannedLead> leads) {

    enum Outcome {
        OPEN,
        WON,
        LOST
    }

    /** A company with its first contact, or a contact alone. */
    record Client(Party party, @Nullable UUID companyId, UUID contactId, OffsetDateTime createdAt) {}

    /**
     * A deal.
     *
     * @param stage place of the open stage it is in; of no meaning for a closed one
     * @param enteredAt when it came into its stage; a closed one was closed then
     */
    record PlannedDeal(
            UUID id,
            Client client,
            @Nullable UUID leadId,
            @Nullable UUID customerId,
            UUID owner,
            String title,
            long amountCents,
            Outcome outcome,
            int stage,
            @Nullable LocalDate expectedOn,
            @Nullable String lostReason,
            OffsetDateTime createdAt,
            OffsetDateTime enteredAt) {}

    /** A lead; {@code stage} is the code that is stored. */
    record PlannedLead(
            UUID id,
            Party party,
            @Nullable UUID owner,
            String stage,
            String source,
            List<String> tags,
            int bantScore,
            @Nullable String notes,
            @Nullable UUID dealId,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt) {}

    static SalesPlan of(DemoYear year) {
        DealPlans deals = new DealPlans(year);
        List<PlannedLead> leads = new LeadPlans(year, deals.unused()).of(deals.all());
        return new SalesPlan(deals.clients(), deals.all(), leads);
    }

    /** Where leads come from, each as often as its weight says. */
    record Source(String code, int weight) {
        private static final List<Source> ALL = List.of(
                new Source("site", 30),
                new Source("anuncio", 22),
                new Source("indicacao", 18),
                new Source("whatsapp", 15),
                new Source("evento", 7),
                new Source("telefone", 5),
                new Source("importacao", 3));

        static String any(Chance chance) {
            return chance.weighted(ALL, Source::weight).code();
        }
    }
}
