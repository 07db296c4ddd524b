package dev.pulso.crm.internal.deal;

import dev.pulso.api.DealsApi;
import dev.pulso.api.model.Deal;
import dev.pulso.api.model.DealCreate;
import dev.pulso.api.model.DealLoss;
import dev.pulso.api.model.DealMove;
import dev.pulso.api.model.DealPage;
import dev.pulso.api.model.DealPatch;
import dev.pulso.api.model.DealReopening;
import dev.pulso.api.model.DealWin;
import dev.pulso.api.model.StageStayList;
import dev.pulso.api.model.WonDeal;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.Created;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.store.data.External;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Deals over HTTP: translates, nothing else. */
@AtMostOnce
class DealResource implements DealsApi {
    private final DealService deals;
    private final DealMoves moves;
    private final DealClosing closing;
    private final CallerContext context;
    private final PatchBody patch;
    private final Created created;

    DealResource(
            DealService deals,
            DealMoves moves,
            DealClosing closing,
            CallerContext context,
            PatchBody patch,
            Created created) {
        this.deals = deals;
        this.moves = moves;
        this.closing = closing;
        this.context = context;
        this.patch = patch;
        this.created = created;
    }

    @Override
    public Uni<DealPage> listDeals(
            String externalSource,
            String externalId,
            UUID pipelineId,
            UUID stageId,
            UUID ownerId,
            UUID companyId,
            UUID contactId,
            UUID lostReasonId,
            String q,
            String sort,
            Integer limit,
            String cursor,
            Instant updatedSince) {
        return deals.list(
                        context.caller(),
                        new DealQueries.Filter(
                                pipelineId,
                                stageId,
                                ownerId,
                                companyId,
                                contactId,
                                lostReasonId,
                                new External.Key(externalSource, externalId),
                                q),
                        context.page(limit, sort, cursor, updatedSince))
                .map(DealMapper.DEALS::toApi);
    }

    @Override
    public Uni<Deal> createDeal(DealCreate body) {
        return deals.create(context.caller(), DealMapper.DEALS.toNew(body)).map(DealMapper.DEALS::toApi);
    }

    @Override
    public Uni<Deal> getDeal(UUID id) {
        return deals.get(context.caller(), id).map(DealMapper.DEALS::toApi);
    }

    @Override
    public Uni<Deal> updateDeal(UUID id, DealPatch body) {
        return deals.edit(context.caller(), id, context.requiredVersion(), patch.into(DealChanges.class, body))
                .map(DealMapper.DEALS::toApi);
    }

    @Override
    public Uni<Deal> moveDeal(UUID id, DealMove body) {
        return moves.move(context.caller(), id, context.expectedVersion(), DealMapper.DEALS.toDrop(body))
                .map(DealMapper.DEALS::toApi);
    }

    @Override
    public Uni<WonDeal> winDeal(UUID id, DealWin body) {
        return closing.win(
                        context.caller(),
                        id,
                        context.expectedVersion(),
                        body == null ? Winning.PLAIN : DealMapper.DEALS.toWinning(body))
                .map(won -> DealMapper.DEALS.toApi(won, context.caller()));
    }

    @Override
    public Uni<Deal> loseDeal(UUID id, DealLoss body) {
        Loss loss = body == null
                ? Loss.of(null, null, null)
                : Loss.of(body.getLostReasonId(), body.getReason(), body.getLostOn());
        return closing.lose(context.caller(), id, context.expectedVersion(), loss)
                .map(DealMapper.DEALS::toApi);
    }

    @Override
    public Uni<Deal> reopenDeal(UUID id, DealReopening body) {
        return closing.reopen(context.caller(), id, context.expectedVersion(), body == null ? null : body.getStageId())
                .map(DealMapper.DEALS::toApi);
    }

    @Override
    public Uni<StageStayList> listStageStays(UUID id) {
        return deals.stays(context.caller(), id).map(DealMapper.DEALS::toStays);
    }

    @Override
    public Uni<Deal> putDeal(String source, String externalId, DealCreate body) {
        body.externalSource(source).externalId(externalId);
        return deals.put(
                        context.caller(),
                        externalId,
                        context.expectedVersion(),
                        DealMapper.DEALS.toNew(body),
                        patch.into(DealChanges.class, patch.as(DealPatch.class, body)))
                .map(created::told)
                .map(DealMapper.DEALS::toApi);
    }
}
