package dev.pulso.crm.internal.lead;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.bulk.BulkChange;
import dev.pulso.store.bulk.BulkOrder;
import dev.pulso.store.bulk.BulkSource;
import dev.pulso.store.bulk.FieldEdits;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done with many leads at once. */
@ApplicationScoped
class LeadBulk implements BulkSource {
    private static final String DELETE = "delete";
    private static final String TAGS = "tags";
    /** As many as a lead may have. */
    private static final int MOST_TAGS = 50;

    private final FieldEdits<LeadChanges> edits = new FieldEdits<>(LeadChanges.class);
    private final LeadService leads;

    LeadBulk(LeadService leads) {
        this.leads = leads;
    }

    @Override
    public String kind() {
        return "leads";
    }

    @Override
    public String permission() {
        return "crm.leads:write";
    }

    @Override
    public Map<String, Boolean> actions() {
        return Map.of(
                "assign",
                true,
                "set_stage",
                true,
                "set_source",
                true,
                "add_tags",
                true,
                "remove_tags",
                true,
                BulkOrder.SET_CUSTOM,
                true,
                DELETE,
                false);
    }

    @Override
    public void check(BulkOrder order) {
        switch (order.action()) {
            case "set_stage" -> stage(order);
            case "add_tags", "remove_tags" -> order.requiredTexts(TAGS);
            case BulkOrder.SET_CUSTOM -> order.custom();
            default -> {}
        }
    }

    private static LeadStage stage(BulkOrder order) {
        String wanted = order.requiredText("stage");
        return Stream.of(LeadStage.values())
                .filter(stage -> stage.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("action.stage", "is no stage of leads", "enum"));
    }

    @Override
    public Uni<BulkChange> apply(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order) {
        if (order.action().equals(DELETE)) {
            return leads.delete(caller, id, expected).replaceWith(BulkChange.forGood());
        }
        return leads.get(caller, id).chain(detail -> {
            LeadData lead = detail.lead();
            return switch (order.action()) {
                case "assign" -> edit(caller, lead, expected, "ownerId", lead.ownerId(), order.id("owner_id"));
                case BulkOrder.SET_CUSTOM ->
                    edits.custom(
                            lead.version(),
                            expected,
                            lead.custom(),
                            order,
                            (version, changes) -> leads.edit(caller, id, version, changes)
                                    .map(edited -> edited.lead().version()));
                case "set_stage" -> edit(caller, lead, expected, "stage", lead.stage(), stage(order));
                case "set_source" -> edit(caller, lead, expected, "source", lead.source(), order.text("source"));
                case "add_tags" -> {
                    Set<String> tags = new LinkedHashSet<>(lead.tags());
                    tags.addAll(order.requiredTexts(TAGS));
                    if (tags.size() > MOST_TAGS) {
                        throw Problem.invalid(TAGS, "may be " + MOST_TAGS, "size");
                    }
                    yield edit(caller, lead, expected, TAGS, lead.tags(), List.copyOf(tags));
                }
                default -> {
                    List<String> tags = new ArrayList<>(lead.tags());
                    tags.removeAll(order.requiredTexts(TAGS));
                    yield edit(caller, lead, expected, TAGS, lead.tags(), tags);
                }
            };
        });
    }

    private Uni<BulkChange> edit(
            Caller caller,
            LeadData lead,
            ExpectedVersion expected,
            String component,
            @Nullable Object before,
            @Nullable Object after) {
        return edits.change(
                lead.version(),
                expected,
                component,
                before,
                after,
                (version, changes) -> leads.edit(caller, lead.id(), version, changes)
                        .map(edited -> edited.lead().version()));
    }

    @Override
    public Uni<Void> takeBack(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order, JsonObject before) {
        return leads.edit(caller, id, expected, edits.back(before)).replaceWithVoid();
    }
}
