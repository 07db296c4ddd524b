package dev.pulso.crm.internal.imports;

import dev.pulso.crm.DealCreated;
import dev.pulso.crm.DealLost;
import dev.pulso.crm.DealStageChanged;
import dev.pulso.crm.DealWon;
import dev.pulso.crm.internal.imports.DealRows.Existing;
import dev.pulso.crm.internal.imports.DealRows.State;
import dev.pulso.crm.internal.pipeline.StageType;
import dev.pulso.store.outbox.NewEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What an import tells others. That a deal is new, and that a known one has moved, is news; that a new one was won or lost
 * before it came here is its history.
 */
final class DealFacts {
    private DealFacts() {}

    static NewEvent created(UUID id, State state, UUID pipelineId, String currency) {
        return new NewEvent(
                DealCreated.TYPE,
                id,
                new DealCreated(
                        id,
                        state.amountCents(),
                        currency,
                        pipelineId,
                        state.stageId(),
                        state.companyId(),
                        state.contactId(),
                        state.ownerId(),
                        null));
    }

    /** A known deal is in another stage now. */
    static List<NewEvent> moved(Existing deal, State state) {
        List<NewEvent> facts = new ArrayList<>();
        facts.add(new NewEvent(DealStageChanged.TYPE, deal.id(), stageChanged(deal, state)));
        LocalDate closedOn = state.closedOn();
        if (state.type() == StageType.won && closedOn != null) {
            facts.add(new NewEvent(DealWon.TYPE, deal.id(), won(deal, state, closedOn)));
        } else if (state.type() == StageType.lost && closedOn != null) {
            facts.add(new NewEvent(DealLost.TYPE, deal.id(), lost(deal, state, closedOn)));
        }
        return facts;
    }

    private static DealStageChanged stageChanged(Existing deal, State state) {
        return new DealStageChanged(
                deal.id(),
                state.amountCents(),
                deal.currency(),
                deal.pipelineId(),
                deal.state().stageId(),
                state.stageId(),
                state.type().name(),
                state.ownerId());
    }

    private static DealWon won(Existing deal, State state, LocalDate wonOn) {
        return new DealWon(
                deal.id(),
                state.amountCents(),
                deal.currency(),
                deal.pipelineId(),
                wonOn,
                null,
                List.of(),
                state.companyId(),
                state.contactId(),
                state.ownerId());
    }

    private static DealLost lost(Existing deal, State state, LocalDate lostOn) {
        return new DealLost(
                deal.id(),
                state.amountCents(),
                deal.currency(),
                deal.pipelineId(),
                lostOn,
                state.companyId(),
                state.contactId(),
                state.ownerId());
    }
}
