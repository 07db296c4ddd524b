package dev.pulso.crm.internal.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pulso.crm.internal.pipeline.StageType;
import dev.pulso.kernel.Change;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.ExternalChanges;
import dev.pulso.store.tenancy.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DealTest {
    private static final Caller CALLER = Caller.system(UUID.randomUUID(), "test", null);
    private static final UUID PIPELINE = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Place open = place(StageType.open);
    private final Place won = place(StageType.won);
    private final Place lost = place(StageType.lost);

    @Test
    void an_open_deal_moves_is_won_reopened_and_lost() {
        Deal deal = aDeal();
        Place next = place(StageType.open);
        deal.move(next, NOW);
        assertThat(deal.stageId()).isEqualTo(next.stageId());
        deal.win(won, TODAY, null, NOW);
        assertThat(deal.stageChanged(next.stageId()).status()).isEqualTo("won");
        deal.reopen(open, NOW);
        deal.lose(lost, TODAY, null, "Price", NOW);
        assertThat(deal.lost(TODAY).lostOn()).isEqualTo(TODAY);
    }

    @Test
    void a_closed_deal_does_nothing_but_reopen() {
        Deal deal = aDeal();
        deal.win(won, TODAY, null, NOW);
        assertRefused(409, "deal_closed", () -> deal.move(open, NOW));
        assertRefused(409, "deal_closed", () -> deal.win(won, TODAY, null, NOW));
        assertRefused(409, "deal_closed", () -> deal.lose(lost, TODAY, null, "Price", NOW));
        assertRefused(400, "invalid", () -> deal.reopen(lost, NOW));
        deal.reopen(open, NOW);
        assertRefused(409, "deal_open", () -> deal.reopen(open, NOW));
    }

    @Test
    void a_deal_stays_in_its_pipeline_and_moves_among_open_stages() {
        Deal deal = aDeal();
        Place elsewhere = new Place(UUID.randomUUID(), UUID.randomUUID(), StageType.open, "V");
        assertRefused(400, "invalid", () -> deal.move(elsewhere, NOW));
        assertRefused(409, "stage_closed", () -> deal.move(won, NOW));
        assertRefused(409, "stage_closed", () -> deal.move(lost, NOW));
    }

    @Test
    void a_deal_is_lost_for_a_reason() {
        assertRefused(400, "invalid", () -> Loss.of(null, "  ", null));
    }

    @Test
    void an_amount_is_money() {
        DealChanges gold = changes(Change.none(), Change.to("XAU"));
        assertRefused(400, "invalid", () -> aDeal().edit(gold));
        DealChanges nothing = changes(Change.to(null), Change.none());
        assertRefused(400, "invalid", () -> aDeal().edit(nothing));
    }

    private static DealChanges changes(Change<Long> amount, Change<String> currency) {
        return new DealChanges(
                Change.none(),
                amount,
                Change.none(),
                currency,
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                new ExternalChanges(Change.none(), Change.none(), Change.none()));
    }

    private Deal aDeal() {
        return new Deal(CALLER, NewDeal.titled("Site", 100), "BRL", open, NOW);
    }

    private static Place place(StageType type) {
        return new Place(PIPELINE, UUID.randomUUID(), type, "V");
    }

    private static void assertRefused(int status, String code, ThrowingCallable action) {
        Problem problem = catchThrowableOfType(Problem.class, action);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
    }
}
