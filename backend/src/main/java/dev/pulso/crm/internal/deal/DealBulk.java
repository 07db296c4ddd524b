package dev.pulso.crm.internal.deal;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.bulk.BulkChange;
import dev.pulso.store.bulk.BulkOrder;
import dev.pulso.store.bulk.BulkSource;
import dev.pulso.store.bulk.FieldEdits;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** What can be done with many deals at once. */
@ApplicationScoped
class DealBulk implements BulkSource {
    private static final String MOVE = "move";
    private static final String LOSE = "lose";
    private static final String STAGE = "stage_id";
    private static final String OWNER = "ownerId";

    private final FieldEdits<DealChanges> edits = new FieldEdits<>(DealChanges.class);
    private final DealService deals;
    private final DealMoves moves;
    private final DealClosing closing;

    DealBulk(DealService deals, DealMoves moves, DealClosing closing) {
        this.deals = deals;
        this.moves = moves;
        this.closing = closing;
    }

    @Override
    public String kind() {
        return "deals";
    }

    @Override
    public String permission() {
        return "crm.deals:write";
    }

    @Override
    public Map<String, Boolean> actions() {
        return Map.of("assign", true, MOVE, true, LOSE, false, BulkOrder.SET_CUSTOM, true);
    }

    @Override
    public void check(BulkOrder order) {
        switch (order.action()) {
            case MOVE -> order.requiredId(STAGE);
            case LOSE -> {
                if (order.id("lost_reason_id") == null) {
                    order.requiredText("reason");
                }
            }
            case BulkOrder.SET_CUSTOM -> order.custom();
            default -> {}
        }
    }

    @Override
    public Uni<BulkChange> apply(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order) {
        return deals.get(caller, id).chain(detail -> {
            DealData deal = detail.deal();
            expected.check(deal.version());
            ExpectedVersion read = ExpectedVersion.of(deal.version());
            return switch (order.action()) {
                case MOVE -> move(caller, deal, read, order.requiredId(STAGE));
                case LOSE ->
                    closing.lose(caller, id, read, Loss.of(order.id("lost_reason_id"), order.text("reason"), null))
                            .map(lost ->
                                    lost.deal().version() == deal.version() ? BulkChange.NONE : BulkChange.forGood());
                case BulkOrder.SET_CUSTOM ->
                    edits.custom(
                            deal.version(),
                            expected,
                            deal.custom(),
                            order,
                            (version, changes) -> deals.edit(caller, id, version, changes)
                                    .map(edited -> edited.deal().version()));
                default ->
                    edits.change(
                            deal.version(),
                            expected,
                            OWNER,
                            deal.ownerId(),
                            order.id("owner_id"),
                            (version, changes) -> deals.edit(caller, id, version, changes)
                                    .map(edited -> edited.deal().version()));
            };
        });
    }

    private Uni<BulkChange> move(Caller caller, DealData deal, ExpectedVersion expected, UUID stage) {
        return stage.equals(deal.stageId())
                ? Uni.createFrom().item(BulkChange.NONE)
                : moves.move(caller, deal.id(), expected, new DealMoves.Drop(stage, null, null))
                        .map(moved -> BulkChange.of(
                                new JsonObject().put(STAGE, deal.stageId().toString()),
                                moved.deal().version()));
    }

    /** A card that is moved back stands at the top of where it was: its place may have been given away since. */
    @Override
    public Uni<Void> takeBack(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order, JsonObject before) {
        return order.action().equals(MOVE)
                ? moves.move(
                                caller,
                                id,
                                expected,
                                new DealMoves.Drop(UUID.fromString(before.getString(STAGE)), null, null))
                        .replaceWithVoid()
                : deals.edit(caller, id, expected, edits.back(before)).replaceWithVoid();
    }
}
