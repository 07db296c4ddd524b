package dev.pulso.portfolio.internal.contract;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.portfolio.ContractData;
import dev.pulso.portfolio.ContractDetail;
import dev.pulso.portfolio.ContractStatus;
import dev.pulso.store.bulk.BulkChange;
import dev.pulso.store.bulk.BulkOrder;
import dev.pulso.store.bulk.BulkSource;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What can be done with many contracts at once. Cancelling ends what is agreed: that is for one at a time. */
@ApplicationScoped
class ContractBulk implements BulkSource {
    private static final String FREEZE = "freeze";

    private final ContractService contracts;

    ContractBulk(ContractService contracts) {
        this.contracts = contracts;
    }

    @Override
    public String kind() {
        return "contracts";
    }

    @Override
    public String permission() {
        return "portfolio.contracts:write";
    }

    @Override
    public Map<String, Boolean> actions() {
        return Map.of("activate", true, FREEZE, true);
    }

    @Override
    public Uni<BulkChange> apply(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order) {
        return contracts.get(caller, id).chain(detail -> {
            ContractData contract = detail.contract();
            expected.check(contract.version());
            return step(
                            caller,
                            id,
                            ExpectedVersion.of(contract.version()),
                            order.action().equals(FREEZE))
                    .map(after -> after.contract().version() == contract.version()
                            ? BulkChange.NONE
                            // What has begun to run does not go back to being tried.
                            : contract.status() == ContractStatus.trial
                                    ? BulkChange.forGood()
                                    : BulkChange.of(
                                            new JsonObject()
                                                    .put(
                                                            "status",
                                                            contract.status().name()),
                                            after.contract().version()));
        });
    }

    @Override
    public Uni<Void> takeBack(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order, JsonObject before) {
        return step(caller, id, expected, before.getString("status").equals(ContractStatus.frozen.name()))
                .replaceWithVoid();
    }

    private Uni<ContractDetail> step(Caller caller, UUID id, ExpectedVersion expected, boolean freeze) {
        return freeze ? contracts.freeze(caller, id, expected) : contracts.activate(caller, id, expected);
    }
}
