package dev.pulso.crm.internal.demo;

import dev.pulso.crm.internal.demo.SalesPlan.Client;
import dev.pulso.crm.internal.demo.SalesPlan.Outcome;
import dev.pulso.crm.internal.demo.SalesPlan.PlannedDeal;
import dev.pulso.crm.internal.demo.SalesPlan.PlannedLead;
import dev.pulso.crm.internal.pipeline.PipelineData;
import dev.pulso.crm.internal.pipeline.PipelineService;
import dev.pulso.crm.internal.pipeline.StageData;
import dev.pulso.crm.internal.pipeline.StageType;
import dev.pulso.demo.Chance;
import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoRows;
import dev.pulso.demo.DemoYear;
import dev.pulso.demo.Party;
import dev.pulso.kernel.FractionalKey;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantCurrency;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Companies, contacts, leads, deals with their lines and activities of the demo company, in a few statements. */
@ApplicationScoped
class SalesDemo implements DemoData {
    private final Tenancy tenancy;
    private final TenantCurrency currencies;
    private final PipelineService pipelines;

    SalesDemo(Tenancy tenancy, TenantCurrency currencies, PipelineService pipelines) {
        this.tenancy = tenancy;
        this.currencies = currencies;
        this.pipelines = pipelines;
    }

    /**
     * Where deals stood before their present stage: in the stages before it one after the other since they were made,
     * closed ones in the first three. The database itself keeps only the last step, having seen nothing else.
     */
    private static final String WAY = """
        insert into deal_changes (tenant_id, deal_id, at, stage_id, status, amount_cents, currency, probability)
        select d.tenant_id, d.id, d.created_at + (d.stage_entered_at - d.created_at) * w.ordinal / n.steps, w.id, w.type,
               d.amount_cents, d.currency, w.probability
        from deals d
        join stages s on s.id = d.stage_id
        cross join lateral (select case s.type when 'open' then s.ordinal else 3 end as steps) n
        join stages w on w.pipeline_id = d.pipeline_id and w.ordinal < n.steps
        where d.stage_entered_at > d.created_at\
        """;

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        SalesPlan plan = SalesPlan.of(year);
        CustomFieldPlans custom = new CustomFieldPlans(year);
        LinePlans lines = new LinePlans(year, plan.deals());
        LeadScorePlans scores = new LeadScorePlans(year, plan.leads());
        return pipelines
                .named(admin, null, null)
                .chain(pipeline -> currencies
                        .of(admin)
                        .chain(currency -> tenancy.sql(
                                admin,
                                connection -> DemoRows.insert(connection, admin, "custom_fields", custom.fields())
                                        .chain(() -> DemoRows.insert(
                                                connection, admin, "companies", companies(year, plan, custom)))
                                        .chain(() -> DemoRows.insert(connection, admin, "contacts", contacts(plan)))
                                        .chain(() -> DemoRows.insertBoth(
                                                connection,
                                                admin,
                                                "leads",
                                                custom.leads(scores.leads()),
                                                "deals",
                                                deals(year, plan, lines, pipeline, currency.getCurrencyCode())))
                                        .chain(() -> DemoRows.insert(
                                                connection, admin, "lead_score_sheets", scores.sheets()))
                                        .chain(() -> connection.query(WAY).execute())
                                        .chain(() -> DemoRows.insert(connection, admin, "products", lines.products()))
                                        .chain(() -> DemoRows.insert(connection, admin, "deal_lines", lines.lines()))
                                        .chain(() -> DemoRows.insert(
                                                connection, admin, "activities", ActivityPlans.of(year, plan.deals())))
                                        .replaceWithVoid())));
    }

    @Override
    public int order() {
        return 40;
    }

    private static List<JsonObject> companies(DemoYear year, SalesPlan plan, CustomFieldPlans custom) {
        Chance chance = year.chance("crm.companies");
        List<String> sizes = List.of("1-10", "1-10", "11-50", "11-50", "51-200");
        return plan.clients().stream()
                .filter(client -> client.companyId() != null)
                .map(client -> DemoRows.row(
                        "id", client.companyId(),
                        "name", client.party().name(),
                        "tax_id", client.party().taxId(),
                        "domain", client.party().domain(),
                        "industry", client.party().industry(),
                        "size", chance.pick(sizes),
                        "website", "https://www." + client.party().domain(),
                        "phone", client.party().phone(),
                        "custom", custom.company(),
                        "created_at", client.createdAt(),
                        "updated_at", client.createdAt()))
                .toList();
    }

    private static List<JsonObject> contacts(SalesPlan plan) {
        return plan.clients().stream().map(SalesDemo::contact).toList();
    }

    private static JsonObject contact(Client client) {
        Party party = client.party();
        return DemoRows.row(
                "id", client.contactId(),
                "name", party.person(),
                "email", party.email(),
                "phone", party.phone(),
                "position", party.company() ? position(party) : null,
                "company_id", client.companyId(),
                "is_primary", party.company(),
                "created_at", client.createdAt(),
                "updated_at", client.createdAt());
    }

    private static String position(Party party) {
        List<String> positions = List.of("Sócio-proprietário", "Gerente", "Diretoria", "Marketing", "Administração");
        return positions.get(party.no() % positions.size());
    }

    static JsonObject lead(PlannedLead lead) {
        Party party = lead.party();
        return DemoRows.row(
                "id", lead.id(),
                "name", party.person(),
                "email", party.email(),
                "phone", party.phone(),
                "company_name", party.company() ? party.name() : null,
                "source", lead.source(),
                "stage", lead.stage(),
                "tags", lead.tags(),
                "owner_id", lead.owner(),
                "bant_score", lead.bantScore(),
                "notes", lead.notes(),
                "deal_id", lead.dealId(),
                "created_at", lead.createdAt(),
                "updated_at", lead.updatedAt());
    }

    /** What came into a stage last is on top of it. */
    private static List<JsonObject> deals(
            DemoYear year, SalesPlan plan, LinePlans lines, PipelineData pipeline, String currency) {
        Map<StageData, List<PlannedDeal>> columns = new LinkedHashMap<>();
        for (PlannedDeal deal : plan.deals()) {
            columns.computeIfAbsent(stage(pipeline, deal), stage -> new ArrayList<>())
                    .add(deal);
        }
        Chance chance = year.chance("crm.positions");
        List<JsonObject> rows = new ArrayList<>();
        columns.forEach((stage, column) -> {
            column.sort(
                    Comparator.comparing((PlannedDeal deal) -> deal.enteredAt().toInstant())
                            .reversed());
            List<String> positions = FractionalKey.sequence(column.size(), chance.generator());
            for (int i = 0; i < column.size(); i++) {
                rows.add(deal(column.get(i), lines.of(column.get(i)), pipeline, stage, positions.get(i), currency));
            }
        });
        return rows;
    }

    private static StageData stage(PipelineData pipeline, PlannedDeal deal) {
        return switch (deal.outcome()) {
            case OPEN ->
                pipeline.stages().stream()
                        .filter(stage -> stage.type() == StageType.open)
                        .skip(deal.stage())
                        .findFirst()
                        .orElseThrow();
            case WON -> pipeline.only(StageType.won);
            case LOST -> pipeline.only(StageType.lost);
        };
    }

    private static JsonObject deal(
            PlannedDeal deal,
            LinePlans.Sums sums,
            PipelineData pipeline,
            StageData stage,
            String position,
            String currency) {
        return DemoRows.row(
                "id", deal.id(),
                "title", deal.title(),
                "amount_cents", deal.amountCents(),
                "amount_source", sums == LinePlans.Sums.NONE ? "manual" : "lines",
                "one_off_cents", sums.oneOffCents(),
                "mrr_cents", sums.mrrCents(),
                "first_year_cents", sums.firstYearCents(),
                "currency", currency,
                "pipeline_id", pipeline.id(),
                "stage_id", stage.id(),
                "position", position,
                "company_id", deal.client().companyId(),
                "contact_id", deal.client().contactId(),
                "owner_id", deal.owner(),
                "expected_close_on", deal.expectedOn(),
                "status", stage.type(),
                "closed_on",
                        deal.outcome() == Outcome.OPEN ? null : deal.enteredAt().toLocalDate(),
                "lost_reason", deal.lostReason(),
                "lead_id", deal.leadId(),
                "customer_id", deal.customerId(),
                "stage_entered_at", deal.enteredAt(),
                "created_at", deal.createdAt(),
                "updated_at", deal.enteredAt());
    }
}
