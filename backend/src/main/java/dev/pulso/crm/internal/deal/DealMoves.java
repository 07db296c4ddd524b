package dev.pulso.crm.internal.deal;

import dev.pulso.crm.DealStageChanged;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.FractionalKey;
import dev.pulso.kernel.Problem;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Cards that are dropped somewhere else on the board. Each drop writes one row. */
@ApplicationScoped
class DealMoves {
    private static final Logger LOG = Logger.getLogger(DealMoves.class);

    /** Respaced cards share no key; only another drop in the very moment between could make a new tie. */
    private static final int ATTEMPTS = 3;

    private final Tenancy tenancy;
    private final DealRepository deals;
    private final DealQueries queries;
    private final StageOrder order;
    private final StageSpacing spacing;
    private final StageRequirements requirements;
    private final Outbox outbox;
    private final TenantClock clock;

    DealMoves(
            Tenancy tenancy,
            DealRepository deals,
            DealQueries queries,
            StageOrder order,
            StageSpacing spacing,
            StageRequirements requirements,
            Outbox outbox,
            TenantClock clock) {
        this.tenancy = tenancy;
        this.deals = deals;
        this.queries = queries;
        this.order = order;
        this.spacing = spacing;
        this.requirements = requirements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Where a card was dropped: below {@code afterId}, else above {@code beforeId}, else at the top of the stage. */
    record Drop(
            UUID stageId, @Nullable UUID afterId, @Nullable UUID beforeId) {}

    Uni<DealDetail> move(Caller caller, UUID id, ExpectedVersion expected, Drop drop) {
        return move(caller, id, expected, drop, ATTEMPTS).call(moved -> tidyUp(caller, moved.deal()));
    }

    private Uni<DealDetail> move(Caller caller, UUID id, ExpectedVersion expected, Drop drop, int attempts) {
        Uni<DealDetail> moved = drop(caller, id, expected, drop);
        return attempts == 1
                ? moved
                : moved.onFailure(CrowdedStage.class)
                        .recoverWithUni(
                                failure -> spacing.respace(caller, drop.stageId(), ((CrowdedStage) failure).cardId())
                                        .chain(() -> move(caller, id, expected, drop, attempts - 1)));
    }

    private Uni<DealDetail> drop(Caller caller, UUID id, ExpectedVersion expected, Drop drop) {
        return tenancy.write(
                caller,
                session -> order.lock(caller, drop.stageId())
                        .chain(stage -> deals.forChange(id).call(deal -> {
                            deal.requireVersion(expected);
                            if (stage == null) {
                                throw Problem.unknownReference("stage_id");
                            }
                            UUID from = deal.stageId();
                            return order.between(caller, stage, id, drop.afterId(), drop.beforeId())
                                    .call(place -> {
                                        deal.requireMovable(place);
                                        return requirements.require(caller, stage, deal);
                                    })
                                    .invoke(place -> deal.move(place, clock.now(caller)))
                                    .chain(() -> session.flush())
                                    .chain(() -> from.equals(deal.stageId())
                                            ? Uni.createFrom().voidItem()
                                            : outbox.publish(
                                                    caller, DealStageChanged.TYPE, id, deal.stageChanged(from)));
                        }))
                        .chain(() -> queries.get(caller, id)));
    }

    /** Many drops into one gap make long keys. They are shortened behind the drop; it stands even if that fails. */
    private Uni<Void> tidyUp(Caller caller, DealData deal) {
        if (!FractionalKey.needsRebalance(deal.position())) {
            return Uni.createFrom().voidItem();
        }
        return spacing.respace(caller, deal.stageId(), deal.id())
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "stage %s could not be respaced", deal.stageId()))
                .onFailure()
                .recoverWithNull();
    }
}
