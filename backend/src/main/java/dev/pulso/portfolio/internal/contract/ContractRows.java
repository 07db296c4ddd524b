package dev.pulso.portfolio.internal.contract;

import dev.pulso.customers.CustomerKind;
import dev.pulso.customers.NewCustomer;
import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.portfolio.ContractStatus;
import dev.pulso.portfolio.internal.servicetype.ServiceTypeData;
import dev.pulso.store.data.External;
import dev.pulso.store.imports.FileColumns;
import dev.pulso.store.imports.ImportRow;
import dev.pulso.store.imports.Names;
import dev.pulso.store.imports.RowError;
import dev.pulso.store.imports.RowImporter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides what each row of a batch means: a new contract, other values of one that is there, or an error. */
final class ContractRows {
    /** Cents; as much as a contract made by hand may be worth. */
    private static final long LARGEST = 100_000_000_000L;

    private static final String OTHER = "outro_recorrente";

    /** What a row says of the contract's customer besides name, key and kind. */
    static final FileColumns<NewCustomer> CUSTOMER = FileColumns.of(NewCustomer.class, "customer_");

    private final LocalDate today;
    private final String currency;
    private final Map<String, ServiceTypeData> typesByName = new HashMap<>();
    private final List<Created> created = new ArrayList<>();
    private final List<Changed> changed = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();
    private final Consumer<NewCustomer> check;
    private int found;

    /** @param check refuses what cannot be a customer */
    ContractRows(LocalDate today, String currency, List<ServiceTypeData> types, Consumer<NewCustomer> check) {
        this.check = check;
        this.today = today;
        this.currency = currency;
        types.forEach(type -> typesByName.putIfAbsent(Names.key(type.name()), type));
        types.forEach(type -> typesByName.put(Names.key(type.code()), type));
    }

    /** What a file can say of a contract. */
    record State(
            String serviceType,
            String title,
            BillingCycle billingCycle,
            long amountCents,
            long costCents,
            ContractStatus status,
            boolean paying,
            LocalDate startOn,
            @Nullable LocalDate endOn,
            @Nullable Integer termMonths,
            @Nullable Integer billingDay) {

        /** In the currency that the contract has: a file does not change it. */
        Contract.Terms terms(String currency) {
            return new Contract.Terms(amountCents, costCents, currency, serviceType, billingCycle, status, paying);
        }
    }

    record Existing(UUID id, String currency, State state) {}

    record Created(UUID id, @Nullable String externalId, NewCustomer customer, State state) {}

    record Changed(UUID id, State state, boolean withOtherTerms) {}

    /** @param existing the contract with the row's external id, if there is one */
    void decide(ImportRow row, @Nullable Existing existing) {
        int before = errors.size();
        State state = existing == null ? fresh(row) : updated(row, existing.state());
        check(row, state);
        if (existing != null && !existing.currency().equals(currency)) {
            inOtherCurrency(row, existing.currency());
        }
        if (existing != null) {
            if (errors.size() == before) {
                found++;
                if (!state.equals(existing.state())) {
                    String in = existing.currency();
                    boolean otherTerms =
                            !state.terms(in).equals(existing.state().terms(in));
                    changed.add(new Changed(existing.id(), state, otherTerms));
                }
            }
            return;
        }
        NewCustomer customer = customer(row);
        if (customer != null && errors.size() == before) {
            created.add(new Created(Ids.next(), row.text(RowImporter.KEY), customer, state));
        }
    }

    /** Amounts of the file would be taken for what they are not. */
    private void inOtherCurrency(ImportRow row, String there) {
        for (String field : List.of("amount", "cost")) {
            if (row.cents(field) != null) {
                error(row, field, "other_currency", "The contract is in another currency, " + there + ".");
            }
        }
    }

    LocalDate today() {
        return today;
    }

    List<Created> created() {
        return created;
    }

    List<Changed> changed() {
        return changed;
    }

    /** How many contracts were there already, changed or not. */
    int found() {
        return found;
    }

    List<RowError> errors() {
        return errors;
    }

    private State fresh(ImportRow row) {
        ServiceTypeData type = type(row, OTHER);
        ContractStatus status = status(row, ContractStatus.active);
        LocalDate given = row.date("end_on");
        LocalDate end = given == null && status == ContractStatus.cancelled ? lastDay(row.date("start_on")) : given;
        String title = row.text("title");
        return new State(
                type.code(),
                title == null ? Texts.shortened(type.name() + " - " + customerName(row), 200) : title,
                cycle(row, BillingCycle.MONTHLY),
                row.cents("amount") == null ? 0 : row.cents("amount"),
                row.cents("cost") == null ? 0 : row.cents("cost"),
                status,
                isPaying(status) && (given != null || end == null || end.isBefore(today)),
                start(row, status, end),
                end,
                row.integer("term_months"),
                row.integer("billing_day"));
    }

    /** Without a first day, it is so many months before the day after the last one, or before today. */
    private LocalDate start(ImportRow row, ContractStatus status, @Nullable LocalDate end) {
        LocalDate given = row.date("start_on");
        if (given != null) {
            return given;
        }
        boolean over = status == ContractStatus.cancelled && end != null && end.isBefore(today);
        LocalDate counted = over && end != null ? end.plusDays(1) : today;
        Integer months = row.integer("months_active");
        LocalDate start = counted.minusMonths(months == null ? 0 : months);
        return end != null && end.isBefore(start) ? end : start;
    }

    /** What the row does not say stays. Days that are only counted from today are no news. */
    private State updated(ImportRow row, State old) {
        ContractStatus status = status(row, old.status());
        LocalDate start = row.date("start_on") == null ? old.startOn() : row.date("start_on");
        LocalDate end = row.date("end_on") == null ? old.endOn() : row.date("end_on");
        boolean over = status == ContractStatus.cancelled;
        boolean wasOver = old.status() == ContractStatus.cancelled;
        boolean paying = over && wasOver ? old.paying() : isPaying(status);
        if (row.date("end_on") == null && over && !wasOver && (end == null || !end.isBefore(today))) {
            end = lastDay(start);
            paying = end.isBefore(today);
        } else if (row.date("end_on") == null && !over && wasOver) {
            end = null;
        }
        return new State(
                row.has("service_type") ? type(row, OTHER).code() : old.serviceType(),
                row.text("title") == null ? old.title() : row.text("title"),
                cycle(row, old.billingCycle()),
                row.cents("amount") == null ? old.amountCents() : row.cents("amount"),
                row.cents("cost") == null ? old.costCents() : row.cents("cost"),
                status,
                paying,
                start,
                end,
                row.integer("term_months") == null ? old.termMonths() : row.integer("term_months"),
                row.integer("billing_day") == null ? old.billingDay() : row.integer("billing_day"));
    }

    /**
     * Of a contract that a file calls cancelled without saying since when: today it is over, so yesterday. One that had not
     * begun by then never earned; it ends as it starts.
     */
    private LocalDate lastDay(@Nullable LocalDate start) {
        LocalDate yesterday = today.minusDays(1);
        return start != null && start.isAfter(yesterday) ? start : yesterday;
    }

    private void check(ImportRow row, State state) {
        if (state.endOn() != null && state.endOn().isBefore(state.startOn())) {
            error(row, "end_on", "end_before_start", "The contract ends before it starts.");
        }
        if (state.amountCents() > LARGEST) {
            error(row, "amount", "amount_too_large", "The amount is larger than a contract may have.");
        }
        if (state.costCents() > LARGEST) {
            error(row, "cost", "amount_too_large", "The cost is larger than a contract may have.");
        }
    }

    private @Nullable NewCustomer customer(ImportRow row) {
        String name = customerName(row);
        if (name.isEmpty()) {
            error(row, "customer_name", "required", "The row names no customer.");
            return null;
        }
        try {
            NewCustomer customer = CUSTOMER.filled(NewCustomer.named(name, kind(row)), row)
                    .external(External.key(row.text("customer_external_id")));
            check.accept(customer);
            return customer;
        } catch (Problem refused) {
            refused.violations()
                    .forEach(one ->
                            error(row, CUSTOMER.name(one.field()), one.code(), "The value " + one.message() + "."));
            return null;
        }
    }

    /** As the file says, else by the tax id: a CPF is a person's. */
    private static CustomerKind kind(ImportRow row) {
        String kind = row.text("customer_kind");
        if (kind != null) {
            return CustomerKind.valueOf(kind);
        }
        String taxId = Checks.taxId("tax_id", row.text(CUSTOMER.name("tax_id")));
        return taxId != null && taxId.length() == 11 ? CustomerKind.person : CustomerKind.company;
    }

    private static String customerName(ImportRow row) {
        String name = row.text("customer_name");
        String externalId = row.text("customer_external_id");
        return name != null ? name : externalId != null ? externalId : "";
    }

    private ServiceTypeData type(ImportRow row, String otherwise) {
        String wanted = row.text("service_type");
        ServiceTypeData type = typesByName.get(Names.key(wanted == null ? otherwise : wanted));
        if (type == null) {
            error(
                    row,
                    "service_type",
                    "unknown_value",
                    "There is no such service type: add it, or map the value to one that there is.");
            return new ServiceTypeData(otherwise, otherwise, true);
        }
        return type;
    }

    private static ContractStatus status(ImportRow row, ContractStatus otherwise) {
        String status = row.text("status");
        return status == null ? otherwise : ContractStatus.valueOf(status);
    }

    private static BillingCycle cycle(ImportRow row, BillingCycle otherwise) {
        String cycle = row.text("billing_cycle");
        return cycle == null ? otherwise : BillingCycle.of(cycle);
    }

    /** A contract that the file calls cancelled did earn until its end. */
    private static boolean isPaying(ContractStatus status) {
        return status == ContractStatus.active || status == ContractStatus.cancelled;
    }

    private void error(ImportRow row, String field, String code, String message) {
        errors.add(new RowError(row.line(), field, code, message));
    }
}
