package dev.pulso.billing.internal.run;

import dev.pulso.company.TenantData;
import dev.pulso.company.Tenants;
import dev.pulso.customers.CustomerData;
import dev.pulso.customers.Customers;
import dev.pulso.kernel.BillingPeriod;
import dev.pulso.kernel.Steps;
import dev.pulso.portfolio.BillableContract;
import dev.pulso.portfolio.Contracts;
import dev.pulso.store.jobs.Job;
import dev.pulso.store.jobs.JobProgress;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bills the recurring contracts: an invoice per contract and period, once, whatever happens. A run that is repeated,
 * overlaps with another or was killed half-way finds what is there already and adds what is missing.
 */
@ApplicationScoped
class InvoiceRun implements Job {
    /** Contracts read, drafts inserted and invoices numbered at a time. */
    static final int BATCH = 500;

    private final Contracts contracts;
    private final Customers customers;
    private final Tenants tenants;
    private final RunStatements statements;

    InvoiceRun(Contracts contracts, Customers customers, Tenants tenants, RunStatements statements) {
        this.contracts = contracts;
        this.customers = customers;
        this.tenants = tenants;
        this.statements = statements;
    }

    @Override
    public String name() {
        return "invoice-run";
    }

    @Override
    public String description() {
        return "Bills every contract for the period that contains the day.";
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.MIDNIGHT;
    }

    @Override
    public Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        return tenants.current(caller)
                .chain(tenant -> statements.past(caller).chain(past -> {
                    Run run = new Run(caller, on, tenant, new DuePeriods(on, past.days()), progress);
                    return run.contracts()
                            .chain(run::issueTheRest)
                            .chain(() -> statements.remember(caller, on, past.beganAt()))
                            .map(done -> run.counts());
                }));
    }

    /** A contract and what it has to be billed for. */
    private record Due(BillableContract contract, List<BillingPeriod> periods) {}

    /** One run on its way through the contracts. */
    private final class Run {
        private final Caller caller;
        private final LocalDate on;
        private final TenantData tenant;
        private final DuePeriods duePeriods;
        private final JobProgress progress;
        private long seen;
        private long created;
        private long issued;
        private long skipped;

        Run(Caller caller, LocalDate on, TenantData tenant, DuePeriods duePeriods, JobProgress progress) {
            this.caller = caller;
            this.on = on;
            this.tenant = tenant;
            this.duePeriods = duePeriods;
            this.progress = progress;
        }

        Uni<Void> contracts() {
            LocalDate missed = duePeriods.firstMissedDay();
            Uni<Void> ended = missed == null
                    ? done()
                    : pages(
                            missed,
                            null,
                            contract ->
                                    contract.endOn() != null && contract.endOn().isBefore(on));
            return ended.chain(() -> pages(on, null, contract -> true));
        }

        private Uni<Void> pages(LocalDate day, @Nullable UUID afterId, Predicate<BillableContract> wanted) {
            return contracts.billable(caller, day, afterId, BATCH).chain(page -> {
                List<BillableContract> batch = page.stream().filter(wanted).toList();
                Uni<Void> billed = batch.isEmpty() ? done() : bill(batch);
                return page.size() < BATCH
                        ? billed
                        : billed.chain(() -> pages(day, page.getLast().id(), wanted));
            });
        }

        private Uni<Void> bill(List<BillableContract> batch) {
            seen += batch.size();
            return statements
                    .billed(caller, batch.stream().map(BillableContract::id).toList(), on)
                    .chain(billed -> drafts(batch.stream()
                            .map(contract -> new Due(contract, duePeriods.of(contract, billed.get(contract.id()))))
                            .filter(this::isCharged)
                            .toList()))
                    .chain(drafts -> Steps.inOrder(batches(drafts), this::insertAndIssue))
                    .chain(() -> progress.report(counts()));
        }

        private boolean isCharged(Due due) {
            if (due.periods().isEmpty()) {
                return false;
            }
            if (!due.contract().amount().isPositive()) {
                skipped++;
                return false;
            }
            return true;
        }

        private Uni<List<RunDraft>> drafts(List<Due> charged) {
            if (charged.isEmpty()) {
                return Uni.createFrom().item(List.of());
            }
            return customers
                    .byIds(
                            caller,
                            charged.stream()
                                    .map(due -> due.contract().customerId())
                                    .collect(Collectors.toSet()))
                    .map(found -> {
                        Map<UUID, CustomerData> byId =
                                found.stream().collect(Collectors.toMap(CustomerData::id, Function.identity()));
                        List<RunDraft> drafts = new ArrayList<>();
                        for (Due due : charged) {
                            // The foreign key of contracts promises that the customer is there.
                            CustomerData customer = Objects.requireNonNull(
                                    byId.get(due.contract().customerId()));
                            for (BillingPeriod period : due.periods()) {
                                drafts.add(RunDraft.of(due.contract(), customer, period, on, tenant.invoiceDueDays()));
                            }
                        }
                        return drafts;
                    });
        }

        private Uni<Void> insertAndIssue(List<RunDraft> drafts) {
            return statements
                    .insert(caller, drafts)
                    .invoke(inserted -> created += inserted)
                    .chain(this::issueBatch);
        }

        /** Also what a killed run has left. Looked for first: most companies have nothing, and need no lock for it. */
        Uni<Void> issueTheRest() {
            return statements
                    .hasDrafts(caller)
                    .chain(left -> left ? issueBatch().chain(this::issueTheRest) : done());
        }

        private Uni<Void> issueBatch() {
            return statements
                    .issue(caller, on, BATCH)
                    .invoke(numbered -> issued += numbered)
                    .replaceWithVoid();
        }

        private static Uni<Void> done() {
            return Uni.createFrom().voidItem();
        }

        Map<String, Long> counts() {
            return Map.of(
                    "contracts_seen", seen, "invoices_created", created, "invoices_issued", issued, "skipped", skipped);
        }
    }

    private static List<List<RunDraft>> batches(List<RunDraft> drafts) {
        List<List<RunDraft>> batches = new ArrayList<>();
        for (int from = 0; from < drafts.size(); from += BATCH) {
            batches.add(drafts.subList(from, Math.min(from + BATCH, drafts.size())));
        }
        return batches;
    }
}
