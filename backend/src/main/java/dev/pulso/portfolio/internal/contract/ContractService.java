package dev.pulso.portfolio.internal.contract;

import dev.pulso.customers.Customers;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Steps;
import dev.pulso.kernel.Violation;
import dev.pulso.portfolio.BillableContract;
import dev.pulso.portfolio.ContractCreated;
import dev.pulso.portfolio.ContractData;
import dev.pulso.portfolio.ContractDetail;
import dev.pulso.portfolio.Contracts;
import dev.pulso.portfolio.NewContract;
import dev.pulso.portfolio.internal.servicetype.ServiceTypeService;
import dev.pulso.store.data.ExternalKeys;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantCurrency;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use cases of contracts: load, decide, keep, remember what it was worth; one transaction each, or the caller's. */
@ApplicationScoped
class ContractService implements Contracts {
    private static final String TABLE = "contracts";

    private final Tenancy tenancy;
    private final ContractRepository contracts;
    private final ContractQueries queries;
    private final ContractHistory history;
    private final ServiceTypeService serviceTypes;
    private final Customers customers;
    private final TenantCurrency currencies;
    private final TenantDay days;
    private final Outbox outbox;
    private final ExternalKeys keys;

    ContractService(
            Tenancy tenancy,
            ContractRepository contracts,
            ContractQueries queries,
            ContractHistory history,
            ServiceTypeService serviceTypes,
            Customers customers,
            TenantCurrency currencies,
            TenantDay days,
            Outbox outbox,
            ExternalKeys keys) {
        this.tenancy = tenancy;
        this.contracts = contracts;
        this.queries = queries;
        this.history = history;
        this.serviceTypes = serviceTypes;
        this.customers = customers;
        this.currencies = currencies;
        this.days = days;
        this.outbox = outbox;
        this.keys = keys;
    }

    Uni<Page<ContractData>> list(Caller caller, ContractQueries.Filter filter, PageRequest page) {
        return queries.list(caller, filter, page);
    }

    Uni<ContractDetail> create(Caller caller, UUID customerId, @Nullable UUID dealId, NewContract contract) {
        return tenancy.write(
                caller,
                session -> createAll(caller, customerId, dealId, List.of(contract), "")
                        .map(List::getFirst));
    }

    @Override
    public Uni<List<ContractDetail>> createAll(
            Caller caller, UUID customerId, @Nullable UUID dealId, List<NewContract> news) {
        return tenancy.write(caller, session -> createAll(caller, customerId, dealId, news, "contracts[%d]."));
    }

    @Override
    public Uni<Void> requireServiceType(Caller caller, @Nullable String code, String field) {
        return serviceTypes.require(caller, code, field);
    }

    @Override
    public Uni<ContractDetail> get(Caller caller, UUID id) {
        return queries.find(caller, List.of(id)).map(ContractService::single);
    }

    @Override
    public Uni<List<BillableContract>> billable(Caller caller, LocalDate on, @Nullable UUID afterId, int limit) {
        return queries.billable(caller, on, afterId, limit);
    }

    Uni<ContractDetail> edit(Caller caller, UUID id, ExpectedVersion expected, ContractChanges changes) {
        return tenancy.write(
                caller,
                session -> serviceTypes
                        .require(caller, changes.serviceType().value(), "service_type")
                        .chain(() -> load(id))
                        .chain(contract -> keys.requireFree(caller, TABLE, contract, changes.external()))
                        .chain(() -> change(caller, id, expected, (contract, today) -> contract.edit(changes))));
    }

    /** Makes the contract of that external key, or changes it; whose it is stays. */
    Uni<ExternalKeys.Put<ContractDetail>> put(
            Caller caller,
            String externalId,
            ExpectedVersion expected,
            UUID customerId,
            @Nullable UUID dealId,
            NewContract contract,
            ContractChanges changes) {
        return keys.put(
                caller,
                TABLE,
                contract.external().source(),
                externalId,
                expected,
                () -> create(caller, customerId, dealId, contract),
                id -> edit(caller, id, expected, changes));
    }

    Uni<ContractDetail> activate(Caller caller, UUID id, ExpectedVersion expected) {
        return change(caller, id, expected, (contract, today) -> contract.activate());
    }

    Uni<ContractDetail> freeze(Caller caller, UUID id, ExpectedVersion expected) {
        return change(caller, id, expected, (contract, today) -> contract.freeze());
    }

    Uni<ContractDetail> cancel(Caller caller, UUID id, ExpectedVersion expected, @Nullable LocalDate lastDay) {
        return change(caller, id, expected, (contract, today) -> contract.cancel(lastDay, today));
    }

    private interface Decision {
        void on(Contract contract, LocalDate today);
    }

    private Uni<ContractDetail> change(Caller caller, UUID id, ExpectedVersion expected, Decision decision) {
        return tenancy.write(
                caller,
                session -> days.today(caller)
                        .chain(today -> load(id).chain(contract -> {
                            contract.requireVersion(expected);
                            Contract.Terms before = contract.terms();
                            decision.on(contract, today);
                            if (contract.terms().equals(before)) {
                                return session.flush();
                            }
                            contract.termsHoldSince(today);
                            return session.flush().chain(() -> history.keep(caller, List.of(id)));
                        }))
                        .chain(() -> get(caller, id)));
    }

    private Uni<List<ContractDetail>> createAll(
            Caller caller, UUID customerId, @Nullable UUID dealId, List<NewContract> news, String field) {
        if (news.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return customers
                .get(caller, customerId)
                .onFailure(ContractService::isNotFound)
                .transform(unknown -> Problem.unknownReference("customer_id"))
                .chain(() -> serviceTypes.requireAll(
                        caller, news.stream().map(NewContract::serviceType).toList(), field + "service_type"))
                .chain(() -> Steps.inOrder(news, one -> keys.requireFree(caller, TABLE, one.external())))
                .chain(() -> currencies.of(caller))
                .chain(currency -> {
                    List<Contract> made = new ArrayList<>();
                    for (NewContract one : news) {
                        made.add(make(caller, customerId, dealId, one, currency, field.formatted(made.size())));
                    }
                    List<UUID> ids = made.stream().map(Contract::id).toList();
                    return contracts
                            .persist(made)
                            .chain(contracts::flush)
                            .chain(() -> history.keep(caller, ids))
                            .chain(() -> queries.find(caller, ids));
                })
                .call(created -> Steps.inOrder(
                        created,
                        one -> outbox.publish(
                                caller,
                                ContractCreated.TYPE,
                                one.contract().id(),
                                ContractCreated.of(one.contract()))));
    }

    /** @param field what the names of its fields begin with in the request */
    private static Contract make(
            Caller caller,
            UUID customerId,
            @Nullable UUID dealId,
            NewContract contract,
            Currency currency,
            String field) {
        try {
            return new Contract(caller, customerId, dealId, contract, currency);
        } catch (Problem refused) {
            throw Problem.invalid(refused.violations().stream()
                    .map(one -> new Violation(field + one.field(), one.message(), one.code()))
                    .toList());
        }
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof Problem problem && problem.status() == 404;
    }

    private Uni<Contract> load(UUID id) {
        return contracts.findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    private static ContractDetail single(List<ContractDetail> found) {
        return found.stream().findFirst().orElseThrow(Problem::notFound);
    }
}
