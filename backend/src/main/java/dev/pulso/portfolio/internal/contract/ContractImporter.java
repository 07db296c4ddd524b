package dev.pulso.portfolio.internal.contract;

import dev.pulso.customers.Customers;
import dev.pulso.kernel.Problem;
import dev.pulso.portfolio.ContractCreated;
import dev.pulso.portfolio.internal.servicetype.ServiceTypeService;
import dev.pulso.store.imports.BatchResult;
import dev.pulso.store.imports.ImportField;
import dev.pulso.store.imports.ImportField.Choice;
import dev.pulso.store.imports.ImportRequest;
import dev.pulso.store.imports.ImportRow;
import dev.pulso.store.imports.RowImporter;
import dev.pulso.store.outbox.NewEvent;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Contracts from a file, with the customers that it names. */
@ApplicationScoped
class ContractImporter implements RowImporter {
    /** Whose contract it is: what else the file may say of a customer is the customer's own to say. */
    private static final List<ImportField> WHOSE = List.of(
            ImportField.text(KEY, 100, "ID externo", "ID do contrato", "Código", "Código do contrato", "Contract ID"),
            ImportField.text(
                    "customer_name",
                    200,
                    "Cliente",
                    "Nome do cliente",
                    "Customer",
                    "Razão social",
                    "Nome",
                    "Company",
                    "Name"),
            ImportField.text(
                    "customer_external_id", 100, "ID do cliente", "Código do cliente", "Customer ID", "Client ID"),
            ImportField.choice(
                    "customer_kind",
                    List.of(
                            Choice.of("person", "pessoa", "pessoa física", "física", "pf", "individual"),
                            Choice.of("company", "empresa", "pessoa jurídica", "jurídica", "pj", "business")),
                    "Tipo de cliente",
                    "Tipo de pessoa",
                    "Customer type"));

    private static final List<ImportField> OWN = List.of(
            ImportField.text("service_type", 100, "Tipo de serviço", "Serviço", "Service", "Produto", "Product"),
            ImportField.text("title", 200, "Título", "Descrição", "Nome do contrato", "Description"),
            ImportField.choice(
                    "billing_cycle",
                    List.of(
                            Choice.of("monthly", "mensal", "mês", "month"),
                            Choice.of("quarterly", "trimestral", "quarter"),
                            Choice.of("semiannual", "semestral", "semi-annual", "half-yearly"),
                            Choice.of("annual", "anual", "yearly", "year")),
                    "Ciclo",
                    "Ciclo de cobrança",
                    "Periodicidade",
                    "Cycle"),
            ImportField.money(
                            "amount",
                            "Valor",
                            "Valor mensal",
                            "Mensalidade",
                            "Receita",
                            "Receita por ciclo",
                            "Preço",
                            "Monthly charges",
                            "Price",
                            "Revenue",
                            "MRR")
                    .needed(),
            ImportField.money("cost", "Custo", "Custo mensal", "Custo por ciclo"),
            ImportField.choice(
                    "status",
                    List.of(
                            Choice.of("trial", "teste", "em teste", "avaliação"),
                            Choice.of("active", "ativo", "ativa", "vigente"),
                            Choice.of("frozen", "congelado", "pausado", "suspenso", "paused"),
                            Choice.of("cancelled", "cancelado", "cancelada", "canceled", "encerrado", "churned")),
                    "Situação",
                    "Estado",
                    "Churn"),
            ImportField.date("start_on", "Início", "Data de início", "Início do contrato", "Start", "Start date"),
            ImportField.date("end_on", "Fim", "Último dia", "Término", "Data de término", "End", "End date"),
            ImportField.integer("months_active", 0, 1_200, "Meses ativos", "Tempo de contrato", "Tenure"),
            ImportField.integer("term_months", 1, 120, "Prazo", "Prazo em meses", "Duração", "Term", "Contract"),
            ImportField.integer("billing_day", 1, 31, "Dia de vencimento", "Vencimento", "Due day"));
    private static final List<ImportField> FIELDS = Stream.of(WHOSE, ContractRows.CUSTOMER.fields(), OWN)
            .flatMap(List::stream)
            .toList();

    private final Tenancy tenancy;
    private final TenantDay days;
    private final ServiceTypeService serviceTypes;
    private final Customers customers;
    private final ContractBatch batch;
    private final ContractHistory history;
    private final Outbox outbox;

    ContractImporter(
            Tenancy tenancy,
            TenantDay days,
            ServiceTypeService serviceTypes,
            Customers customers,
            ContractBatch batch,
            ContractHistory history,
            Outbox outbox) {
        this.tenancy = tenancy;
        this.days = days;
        this.serviceTypes = serviceTypes;
        this.customers = customers;
        this.batch = batch;
        this.history = history;
        this.outbox = outbox;
    }

    @Override
    public String entity() {
        return "contracts";
    }

    @Override
    public Set<String> permissions() {
        return Set.of(
                "portfolio.contracts:read",
                "portfolio.contracts:write",
                "customers.customers:read",
                "customers.customers:write");
    }

    @Override
    public Set<String> tables() {
        return Set.of("contracts", "contract_changes", "customers");
    }

    @Override
    public List<ImportField> fields() {
        return FIELDS;
    }

    @Override
    public Uni<Void> check(Caller caller, ImportRequest request) {
        if (!request.fields().contains("customer_name") && !request.fields().contains("customer_external_id")) {
            throw Problem.invalid(
                    "mapping.customer_name", "or customer_external_id must be filled from a column", "required");
        }
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<BatchResult> write(
            Caller caller, ImportRequest request, Map<String, String> prepared, List<ImportRow> rows) {
        String currency = request.options().currency();
        return tenancy.sql(
                caller,
                connection -> days.today(caller)
                        .chain(today -> serviceTypes
                                .list(caller)
                                .chain(types -> batch.find(connection, rows).chain(existing -> {
                                    ContractRows decisions = new ContractRows(
                                            today, currency, types, customer -> customers.check(caller, customer));
                                    rows.forEach(row ->
                                            decisions.decide(row, row.has(KEY) ? existing.get(row.text(KEY)) : null));
                                    return store(connection, caller, currency, decisions);
                                }))));
    }

    private Uni<BatchResult> store(SqlConnection connection, Caller caller, String currency, ContractRows decisions) {
        List<ContractRows.Created> news = decisions.created();
        List<ContractRows.Changed> changed = decisions.changed();
        List<UUID> otherTerms = new ArrayList<>();
        news.forEach(one -> otherTerms.add(one.id()));
        changed.stream().filter(ContractRows.Changed::withOtherTerms).forEach(one -> otherTerms.add(one.id()));
        return customers
                .findOrCreateAll(
                        caller,
                        news.stream().map(ContractRows.Created::customer).toList())
                .chain(ids -> batch.insert(connection, caller, currency, news, ids)
                        .chain(() -> batch.update(connection, changed, decisions.today()))
                        .chain(() -> history.keep(caller, otherTerms))
                        .chain(() -> outbox.publishAll(connection, caller, events(news, ids, currency))))
                .replaceWith(() -> new BatchResult(news.size(), decisions.found(), decisions.errors()));
    }

    private static List<NewEvent> events(List<ContractRows.Created> news, List<UUID> customerIds, String currency) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < news.size(); i++) {
            ContractRows.Created one = news.get(i);
            ContractRows.State state = one.state();
            events.add(new NewEvent(
                    ContractCreated.TYPE,
                    one.id(),
                    new ContractCreated(
                            one.id(),
                            customerIds.get(i),
                            null,
                            state.serviceType(),
                            state.billingCycle().code(),
                            state.amountCents(),
                            state.costCents(),
                            currency,
                            state.status(),
                            state.startOn())));
        }
        return events;
    }
}
