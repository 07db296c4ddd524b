package dev.pulso.crm.internal.imports;

import dev.pulso.crm.internal.pipeline.PipelineData;
import dev.pulso.crm.internal.pipeline.StageData;
import dev.pulso.crm.internal.pipeline.StageType;
import dev.pulso.crm.internal.pipeline.StageWords;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.FractionalKey;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.imports.ImportRow;
import dev.pulso.store.imports.Names;
import dev.pulso.store.imports.RowError;
import dev.pulso.store.imports.RowImporter;
import dev.pulso.store.outbox.NewEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what each row of a batch means: a new card, other values of one that is there, or an error. */
final class DealRows {
    /** Cents; as much as a deal made by hand may be worth. */
    private static final long LARGEST = 100_000_000_000L;

    private final PipelineData pipeline;
    private final String currency;
    private final LocalDate today;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, Existing> existing = new HashMap<>();
    private final List<Card> created = new ArrayList<>();
    private final List<Card> changed = new ArrayList<>();
    private final List<NewEvent> events = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();
    private int known;

    DealRows(PipelineData pipeline, String currency, LocalDate today) {
        this.pipeline = pipeline;
        this.currency = currency;
        this.today = today;
    }

    /** What a file can say of a deal. */
    record State(
            String title,
            long amountCents,
            UUID stageId,
            StageType type,
            @Nullable UUID companyId,
            @Nullable UUID contactId,
            @Nullable UUID ownerId,
            @Nullable LocalDate expectedCloseOn,
            @Nullable LocalDate closedOn,
            @Nullable String lostReason) {}

    record Existing(UUID id, UUID pipelineId, String currency, State state) {}

    /** A card as it is to be stored; {@code position} only when it enters a stage. */
    record Card(
            UUID id,
            @Nullable String externalId,
            State state,
            @Nullable LocalDate createdOn,
            boolean enters,
            @Nullable String position) {
        Card at(String key) {
            return new Card(id, externalId, state, createdOn, enters, key);
        }
    }

    /** @param stage null when the row names none */
    private record Candidate(ImportRow row, @Nullable StageData stage, PartyBatch.Party party) {}

    /** First: what a row says by itself. */
    void read(ImportRow row) {
        int before = errors.size();
        StageData stage = stage(row);
        String email = null;
        try {
            email = Checks.email("contact_email", row.text("contact_email"));
        } catch (Problem refused) {
            error(row, "contact_email", "email", "This is not an e-mail address.");
        }
        Long amount = row.cents("amount");
        if (amount != null && amount > LARGEST) {
            error(row, "amount", "amount_too_large", "The amount is larger than a deal may have.");
        }
        notOfDaysToCome(row, "created_on");
        if (stage != null && stage.type() != StageType.open) {
            notOfDaysToCome(row, "closed_on");
        }
        if (errors.size() == before) {
            candidates.add(new Candidate(
                    row, stage, new PartyBatch.Party(row.text("company_name"), row.text("contact_name"), email)));
        }
    }

    List<String> externalIds() {
        return candidates.stream()
                .map(one -> one.row().text(RowImporter.KEY))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Second: which of them are there already. One of another pipeline, or in another currency, is left alone. */
    void found(Map<String, Existing> deals) {
        existing.putAll(deals);
        candidates.removeIf(one -> {
            Existing there = there(one);
            if (there == null) {
                return false;
            }
            if (!there.pipelineId().equals(pipeline.id())) {
                error(one.row(), RowImporter.KEY, "other_pipeline", "The deal is in another pipeline.");
                return true;
            }
            if (one.stage() == null && there.state().type() != StageType.open) {
                int before = errors.size();
                notOfDaysToCome(one.row(), "closed_on");
                if (errors.size() > before) {
                    return true;
                }
            }
            if (!there.currency().equals(currency) && one.row().cents("amount") != null) {
                error(
                        one.row(),
                        "amount",
                        "other_currency",
                        "The deal is in another currency, " + there.currency() + ".");
                return true;
            }
            return false;
        });
    }

    List<PartyBatch.Party> parties() {
        return candidates.stream().map(Candidate::party).toList();
    }

    List<String> ownerNames() {
        return candidates.stream()
                .map(one -> one.row().text("owner_name"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /**
     * Third: what is to be stored.
     *
     * @param parties in the order of {@link #parties()}
     * @param owners people of the tenant by {@link Names#key}; a name that is none of them owns nothing
     */
    void decide(List<PartyBatch.Found> parties, Map<String, UUID> owners) {
        for (int i = 0; i < candidates.size(); i++) {
            Candidate one = candidates.get(i);
            ImportRow row = one.row();
            Existing there = there(one);
            String ownerName = row.text("owner_name");
            UUID owner = ownerName == null ? null : owners.get(Names.key(ownerName));
            State old = there == null ? null : there.state();
            State state = state(row, one.stage(), parties.get(i), owner, old);
            if (there == null) {
                Card card = new Card(Ids.next(), row.text(RowImporter.KEY), state, row.date("created_on"), true, null);
                created.add(card);
                events.add(DealFacts.created(card.id(), state, pipeline.id(), currency));
                continue;
            }
            known++;
            if (!state.equals(old)) {
                boolean enters = !state.stageId().equals(there.state().stageId());
                changed.add(new Card(there.id(), null, state, null, enters, null));
                if (enters) {
                    events.addAll(DealFacts.moved(there, state));
                }
            }
        }
    }

    /** The stages that cards are added to. */
    List<UUID> stagesEntered() {
        return entering().stream()
                .map(card -> card.state().stageId())
                .distinct()
                .toList();
    }

    /** Last: cards line up at the end of their stage, in the order of the file. */
    void place(Map<UUID, String> lastPositions) {
        Map<UUID, Integer> counts = new LinkedHashMap<>();
        entering().forEach(card -> counts.merge(card.state().stageId(), 1, Integer::sum));
        Map<UUID, Iterator<String>> keys = new HashMap<>();
        counts.forEach((stage, count) -> keys.put(
                stage,
                FractionalKey.sequence(lastPositions.get(stage), null, count).iterator()));
        created.replaceAll(card -> place(card, keys));
        changed.replaceAll(card -> card.enters() ? place(card, keys) : card);
    }

    private static Card place(Card card, Map<UUID, Iterator<String>> keys) {
        Iterator<String> ofStage = Objects.requireNonNull(keys.get(card.state().stageId()));
        return card.at(ofStage.next());
    }

    String currency() {
        return currency;
    }

    List<Card> created() {
        return created;
    }

    List<Card> changed() {
        return changed;
    }

    /** How many deals were there already, changed or not. */
    int known() {
        return known;
    }

    List<NewEvent> events() {
        return events;
    }

    List<RowError> errors() {
        return errors;
    }

    private List<Card> entering() {
        List<Card> entering = new ArrayList<>(created);
        changed.stream().filter(Card::enters).forEach(entering::add);
        return entering;
    }

    private @Nullable Existing there(Candidate one) {
        String key = one.row().text(RowImporter.KEY);
        return key == null ? null : existing.get(key);
    }

    /** The stage a row names; its status decides when the two do not agree. Null when it names neither. */
    private @Nullable StageData stage(ImportRow row) {
        String name = row.text("stage");
        String status = row.text("status");
        StageData stage = null;
        if (name != null) {
            stage = StageWords.stage(pipeline, name).orElse(null);
            if (stage == null) {
                error(row, "stage", "unknown_value", "The pipeline has no such stage.");
                return null;
            }
        }
        if (status == null || (stage != null && stage.type().name().equals(status))) {
            return stage;
        }
        StageType type = StageType.valueOf(status);
        return type == StageType.open ? pipeline.firstOpen() : pipeline.only(type);
    }

    private State state(
            ImportRow row,
            @Nullable StageData named,
            PartyBatch.Found party,
            @Nullable UUID owner,
            @Nullable State old) {
        StageData begin = pipeline.firstOpen();
        UUID stageId = named != null ? named.id() : old != null ? old.stageId() : begin.id();
        StageType type = named != null ? named.type() : old != null ? old.type() : begin.type();
        String title = Objects.requireNonNull(row.text("title"));
        Long amount = row.cents("amount");
        LocalDate expected = row.date("expected_close_on");
        return new State(
                title,
                amount != null ? amount : old != null ? old.amountCents() : 0,
                stageId,
                type,
                party.companyId() != null ? party.companyId() : old != null ? old.companyId() : null,
                party.contactId() != null ? party.contactId() : old != null ? old.contactId() : null,
                owner != null ? owner : old != null ? old.ownerId() : null,
                expected != null ? expected : old != null ? old.expectedCloseOn() : null,
                type == StageType.open ? null : closedOn(row, old),
                type == StageType.lost ? lostReason(row, old) : null);
    }

    private LocalDate closedOn(ImportRow row, @Nullable State old) {
        LocalDate given = row.date("closed_on");
        LocalDate before = old == null ? null : old.closedOn();
        return given != null ? given : before != null ? before : today;
    }

    private static @Nullable String lostReason(ImportRow row, @Nullable State old) {
        String given = row.text("lost_reason");
        return given != null ? given : old == null ? null : old.lostReason();
    }

    /** What has happened has a day that has come: sums of days to come would hold it. */
    private void notOfDaysToCome(ImportRow row, String field) {
        LocalDate day = row.date(field);
        if (day != null && day.isAfter(today)) {
            error(row, field, "future", "The day must not lie in the future.");
        }
    }

    private void error(ImportRow row, String field, String code, String message) {
        errors.add(new RowError(row.line(), field, code, message));
    }
}
