package dev.pulso.portfolio.internal.contract;

import dev.pulso.api.ContractsApi;
import dev.pulso.api.model.Contract;
import dev.pulso.api.model.ContractCancellation;
import dev.pulso.api.model.ContractCreate;
import dev.pulso.api.model.ContractPage;
import dev.pulso.api.model.ContractPatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.Created;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.portfolio.ContractMapper;
import dev.pulso.store.data.External;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Contracts over HTTP: translates, nothing else. */
@AtMostOnce
class ContractResource implements ContractsApi {
    private final ContractService contracts;
    private final CallerContext context;
    private final PatchBody patch;
    private final Created created;

    ContractResource(ContractService contracts, CallerContext context, PatchBody patch, Created created) {
        this.contracts = contracts;
        this.context = context;
        this.patch = patch;
        this.created = created;
    }

    @Override
    public Uni<ContractPage> listContracts(
            String externalSource,
            String externalId,
            UUID customerId,
            String serviceType,
            UUID dealId,
            LocalDate countingOn,
            LocalDate endingFrom,
            LocalDate endingTo,
            LocalDate reviewTo,
            String q,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return contracts
                .list(
                        context.caller(),
                        new ContractQueries.Filter(
                                customerId,
                                serviceType,
                                dealId,
                                countingOn,
                                endingFrom,
                                endingTo,
                                reviewTo,
                                new External.Key(externalSource, externalId),
                                q),
                        context.page(limit, sort, cursor, updatedSince))
                .map(ContractMapper.CONTRACTS::toApi);
    }

    @Override
    public Uni<Contract> createContract(ContractCreate body) {
        return contracts
                .create(context.caller(), body.getCustomerId(), body.getDealId(), ContractMapper.CONTRACTS.toNew(body))
                .map(ContractMapper.CONTRACTS::toApi);
    }

    @Override
    public Uni<Contract> getContract(UUID id) {
        return contracts.get(context.caller(), id).map(ContractMapper.CONTRACTS::toApi);
    }

    @Override
    public Uni<Contract> updateContract(UUID id, ContractPatch body) {
        return contracts
                .edit(context.caller(), id, context.requiredVersion(), patch.into(ContractChanges.class, body))
                .map(ContractMapper.CONTRACTS::toApi);
    }

    @Override
    public Uni<Contract> activateContract(UUID id) {
        return contracts
                .activate(context.caller(), id, context.expectedVersion())
                .map(ContractMapper.CONTRACTS::toApi);
    }

    @Override
    public Uni<Contract> freezeContract(UUID id) {
        return contracts.freeze(context.caller(), id, context.expectedVersion()).map(ContractMapper.CONTRACTS::toApi);
    }

    @Override
    public Uni<Contract> cancelContract(UUID id, ContractCancellation body) {
        return contracts
                .cancel(context.caller(), id, context.expectedVersion(), body == null ? null : body.getEndOn())
                .map(ContractMapper.CONTRACTS::toApi);
    }

    @Override
    public Uni<Contract> putContract(String source, String externalId, ContractCreate body) {
        body.externalSource(source).externalId(externalId);
        return contracts
                .put(
                        context.caller(),
                        externalId,
                        context.expectedVersion(),
                        body.getCustomerId(),
                        body.getDealId(),
                        ContractMapper.CONTRACTS.toNew(body),
                        patch.into(ContractChanges.class, patch.as(ContractPatch.class, body)))
                .map(created::told)
                .map(ContractMapper.CONTRACTS::toApi);
    }
}
