package dev.pulso.crm.internal.imports;

import dev.pulso.crm.internal.pipeline.ImportedPipeline;
import dev.pulso.crm.internal.pipeline.PipelineData;
import dev.pulso.crm.internal.pipeline.PipelineService;
import dev.pulso.kernel.Texts;
import dev.pulso.store.imports.BatchResult;
import dev.pulso.store.imports.ImportField;
import dev.pulso.store.imports.ImportField.Choice;
import dev.pulso.store.imports.ImportRequest;
import dev.pulso.store.imports.ImportRow;
import dev.pulso.store.imports.RowImporter;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Deals from a file, with the companies and contacts that it names, on a board of the stages that it names. Deals that
 * are won in the file make no customers: that they were won is history, not news.
 */
@ApplicationScoped
class DealImporter implements RowImporter {
    private static final String PIPELINE = "pipeline_id";

    private static final List<ImportField> FIELDS = List.of(
            ImportField.text(
                    KEY,
                    100,
                    "ID externo",
                    "ID do negócio",
                    "Código",
                    "Deal ID",
                    "Opportunity ID",
                    "Oportunidade",
                    "ID"),
            ImportField.text(
                            "title",
                            200,
                            "Título",
                            "Negócio",
                            "Nome do negócio",
                            "Deal name",
                            "Deal",
                            "Opportunity",
                            "Produto",
                            "Product",
                            "Nome",
                            "Name")
                    .needed(),
            ImportField.money("amount", "Valor", "Valor do negócio", "Close value", "Deal value", "Value", "Preço"),
            ImportField.text("stage", 100, "Etapa", "Fase", "Deal stage", "Stage name"),
            ImportField.choice(
                    "status",
                    List.of(
                            Choice.of("open", "aberto", "aberta", "em andamento", "active"),
                            Choice.of("won", "ganho", "ganha", "vendido", "closed won"),
                            Choice.of("lost", "perdido", "perdida", "closed lost")),
                    "Situação",
                    "Estado"),
            ImportField.text("company_name", 200, "Empresa", "Conta", "Company", "Account", "Cliente", "Organização"),
            ImportField.text("contact_name", 200, "Contato", "Contact", "Nome do contato"),
            ImportField.text("contact_email", 254, "E-mail do contato", "Contact e-mail", "E-mail"),
            ImportField.text(
                    "owner_name", 200, "Responsável", "Vendedor", "Owner", "Sales agent", "Agent", "Proprietário"),
            ImportField.date(
                    "expected_close_on",
                    "Previsão de fechamento",
                    "Fechamento previsto",
                    "Expected close date",
                    "Fecha em",
                    "Closes on"),
            ImportField.date("closed_on", "Data de fechamento", "Fechado em", "Close date", "Closed at"),
            ImportField.date("created_on", "Data de criação", "Criado em", "Created at", "Engage date", "Create date"),
            ImportField.text("lost_reason", 500, "Motivo da perda", "Loss reason"));

    private final Tenancy tenancy;
    private final TenantDay days;
    private final TenantClock clock;
    private final PipelineService pipelines;
    private final ImportedPipeline target;
    private final PartyBatch parties;
    private final DealBatch deals;
    private final Outbox outbox;

    DealImporter(
            Tenancy tenancy,
            TenantDay days,
            TenantClock clock,
            PipelineService pipelines,
            ImportedPipeline target,
            PartyBatch parties,
            DealBatch deals,
            Outbox outbox) {
        this.tenancy = tenancy;
        this.days = days;
        this.clock = clock;
        this.pipelines = pipelines;
        this.target = target;
        this.parties = parties;
        this.deals = deals;
        this.outbox = outbox;
    }

    @Override
    public String entity() {
        return "deals";
    }

    @Override
    public Set<String> permissions() {
        return Set.of("crm.deals:read", "crm.deals:write", "crm.companies:write", "crm.contacts:write");
    }

    @Override
    public Set<String> tables() {
        return Set.of("deals", "deal_changes", "companies", "contacts");
    }

    @Override
    public List<ImportField> fields() {
        return FIELDS;
    }

    @Override
    public Set<String> surveyed() {
        return Set.of("stage");
    }

    @Override
    public Uni<Void> check(Caller caller, ImportRequest request) {
        if (request.options().pipelineId() == null) {
            // The file becomes a pipeline of its own.
            caller.require("crm.pipelines:write");
        }
        return target.check(caller, request.options().pipelineId());
    }

    @Override
    public Uni<Map<String, String>> prepare(Caller caller, ImportRequest request, Map<String, List<String>> survey) {
        return target.find(
                        caller,
                        request.options().pipelineId(),
                        request.options().pipelineName(),
                        nameOf(request.fileName()),
                        survey.getOrDefault("stage", List.of()))
                .map(pipeline -> Map.of(PIPELINE, pipeline.id().toString()));
    }

    @Override
    public Uni<BatchResult> write(
            Caller caller, ImportRequest request, Map<String, String> prepared, List<ImportRow> rows) {
        UUID pipelineId = UUID.fromString(prepared.get(PIPELINE));
        return tenancy.sql(
                caller,
                connection -> pipelines
                        .get(caller, pipelineId)
                        .chain(pipeline -> days.zone(caller)
                                .chain(zone -> store(connection, caller, request, pipeline, zone, rows))));
    }

    private Uni<BatchResult> store(
            SqlConnection connection,
            Caller caller,
            ImportRequest request,
            PipelineData pipeline,
            ZoneId zone,
            List<ImportRow> rows) {
        DealRows decisions =
                new DealRows(pipeline, request.options().currency(), LocalDate.ofInstant(clock.now(caller), zone));
        rows.forEach(decisions::read);
        return deals.lockStages(connection, pipeline.id())
                .chain(() -> deals.find(connection, decisions.externalIds()))
                .invoke(decisions::found)
                .chain(() -> parties.resolve(connection, caller, decisions.parties()))
                .chain(found -> deals.owners(connection, decisions.ownerNames())
                        .invoke(owners -> decisions.decide(found, owners)))
                .chain(() -> deals.lastPositions(connection, decisions.stagesEntered()))
                .invoke(decisions::place)
                .chain(() -> deals.insert(
                        connection, caller, pipeline.id(), decisions.currency(), zone, decisions.created()))
                .chain(() -> deals.update(connection, zone, decisions.changed()))
                .chain(() -> outbox.publishAll(connection, caller, decisions.events()))
                .replaceWith(() -> new BatchResult(decisions.created().size(), decisions.known(), decisions.errors()));
    }

    /** The file's own name serves for a pipeline that nobody has named. */
    private static String nameOf(String fileName) {
        String stem = Texts.line(fileName.replaceFirst("\\.[^.]*$", ""));
        String name = stem.isEmpty() ? "Importação" : stem;
        return Texts.shortened(name, 100);
    }
}
