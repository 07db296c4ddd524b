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
import dev.pulso.store.jobs.RunDays;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final TenantDay days;
    private final RunStatements statements;

    InvoiceRun(Contracts contracts, Customers customers, Tenants tenants, TenantDay days, RunStatements statements) {
        this.contracts = contracts;
        this.customers = customers;
        this.tenants = tenants;
        this.days = days;
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
    public Set<String> permissions() {
        return Set.of("billing.invoices:write");
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.MIDNIGHT;
    }

    /** A day that was missed can be made up for. One that has not come would number the invoices of years. */
    @Override
    public RunDays byHand(LocalDate today) {
        return RunDays.until(today);
    }

    @Override
    public Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        return begin(caller, on, progress, true)
                .chain(run -> run.contracts()
                        .chain(run::issueTheRest)
                        .chain(() -> statements.remember(caller, on, run.beganAt))
                        .map(done -> run.counts()));
    }

    /** What a run for the day would make now, without making it. */
    @Override
    public Uni<Map<String, Long>> preview(Caller caller, LocalDate on) {
        return begin(caller, on, counts -> Uni.createFrom().voidItem(), false)
                .chain(run -> run.contracts().map(done -> run.counts()));
    }

    private Uni<Run> begin(Caller caller, LocalDate on, JobProgress progress, boolean bills) {
        return tenants.current(caller)
                .chain(tenant -> days.today(caller)
                        .chain(today -> statements
                                .past(caller)
                                .map(past -> new Run(caller, on, today, tenant, past, progress, bills))));
    }

    /** A contract and what it has to be billed for. */
    private record Charge(BillableContract contract, DuePeriods.Due due) {}

    /** One run on its way through the contracts. */
    private final class Run {
        private final Caller caller;
        private final LocalDate on;
        private final LocalDate today;
        private final TenantData tenant;
        private final Instant beganAt;
        private final DuePeriods duePeriods;
        private final JobProgress progress;
        private final boolean bills;
        private long seen;
        private long created;
        private long issued;
        private long skipped;

        Run(
                Caller caller,
                LocalDate on,
                LocalDate today,
                TenantData tenant,
                RunStatements.Past past,
                JobProgress progress,
                boolean bills) {
            this.caller = caller;
            this.on = on;
            this.today = today;
            this.tenant = tenant;
            this.beganAt = past.beganAt();
            this.duePeriods = new DuePeriods(on, past.days());
            this.progress = progress;
            this.bills = bills;
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
                    .map(billed -> batch.stream()
                            .map(contract -> new Charge(contract, duePeriods.of(contract, billed.get(contract.id()))))
                            .filter(this::isCharged)
                            .toList())
                    .chain(charges -> bills ? write(charges) : count(charges));
        }

        private Uni<Void> write(List<Charge> charges) {
            return drafts(charges)
                    .chain(drafts -> Steps.inOrder(batches(drafts), this::insertAndIssue))
                    .chain(() -> progress.report(counts()));
        }

        private Uni<Void> count(List<Charge> charges) {
            charges.forEach(charge -> created += charge.due().periods().size());
            issued = created;
            return done();
        }

        private boolean isCharged(Charge charge) {
            if (charge.due().periods().isEmpty()) {
                return false;
            }
            if (!charge.contract().amount().isPositive()) {
                skipped++;
                return false;
            }
            return true;
        }

        private Uni<List<RunDraft>> drafts(List<Charge> charged) {
            if (charged.isEmpty()) {
                return Uni.createFrom().item(List.of());
            }
            return customers
                    .byIds(
                            caller,
                            charged.stream()
                                    .map(charge -> charge.contract().customerId())
                                    .collect(Collectors.toSet()))
                    .map(found -> {
                        Map<UUID, CustomerData> byId =
                                found.stream().collect(Collectors.toMap(CustomerData::id, Function.identity()));
                        List<RunDraft> drafts = new ArrayList<>();
                        for (Charge charge : charged) {
                            BillableContract contract = charge.contract();
                            // The foreign key of contracts promises that the customer is there.
                            CustomerData customer = Objects.requireNonNull(byId.get(contract.customerId()));
                            for (BillingPeriod period : charge.due().periods()) {
                                drafts.add(RunDraft.of(
                                        contract,
                                        customer,
                                        charge.due().all(),
                                        period,
                                        today,
                                        tenant.invoiceDueDays()));
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
                    .issue(caller, today, BATCH)
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
