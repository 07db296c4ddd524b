package dev.pulso.store.loop;

import dev.pulso.kernel.Problem;
import dev.pulso.store.data.NameSource;
import dev.pulso.store.tenancy.Answers;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a record stands between lead and payment. The steps are found from what is known, round by round: what one round found is what the next
 * one asks by, and what is asked in a round goes together. A record is four rounds at most from every other step.
 */
@ApplicationScoped
public class Loops {
    private static final List<String> STEPS = List.of("lead", "deal", "customer", "contract", "invoice", "payment");
    /** Of a step, which others may be found by. */
    private static final int FOLLOWED = 100;

    private static final int SHOWN = 3;

    /** How a step is found: by the ids of a kind that is known; by its own kind, what earlier rows refer to. */
    private record Way(String step, String by) {}

    /** From each kind of record to every step. What a deal led to is found by the deal, not by all else that its customer buys. */
    private static final Map<String, List<List<Way>>> ROUNDS = Map.of(
            "lead",
            List.of(
                    List.of(new Way("lead", "lead")),
                    List.of(new Way("deal", "deal")),
                    List.of(new Way("customer", "customer"), new Way("contract", "deal")),
                    List.of(new Way("invoice", "contract"), new Way("payment", "contract"))),
            "deal",
            List.of(
                    List.of(new Way("deal", "deal")),
                    List.of(new Way("lead", "lead"), new Way("customer", "customer"), new Way("contract", "deal")),
                    List.of(new Way("invoice", "contract"), new Way("payment", "contract"))),
            "contact",
            List.of(
                    List.of(new Way("deal", "contact")),
                    List.of(new Way("lead", "lead"), new Way("customer", "customer"), new Way("contract", "deal")),
                    List.of(new Way("invoice", "contract"), new Way("payment", "contract"))),
            "company",
            List.of(
                    List.of(new Way("deal", "company"), new Way("customer", "company")),
                    List.of(
                            new Way("lead", "lead"),
                            new Way("contract", "customer"),
                            new Way("invoice", "customer"),
                            new Way("payment", "customer"))),
            "customer",
            List.of(
                    List.of(
                            new Way("customer", "customer"),
                            new Way("deal", "customer"),
                            new Way("contract", "customer"),
                            new Way("invoice", "customer"),
                            new Way("payment", "customer")),
                    List.of(new Way("lead", "lead"))),
            "contract",
            List.of(
                    List.of(
                            new Way("contract", "contract"),
                            new Way("invoice", "contract"),
                            new Way("payment", "contract")),
                    List.of(new Way("deal", "deal"), new Way("customer", "customer")),
                    List.of(new Way("lead", "lead"))),
            "invoice",
            List.of(
                    List.of(new Way("invoice", "invoice"), new Way("payment", "invoice")),
                    List.of(new Way("customer", "customer"), new Way("contract", "contract")),
                    List.of(new Way("deal", "deal")),
                    List.of(new Way("lead", "lead"))));

    private final Tenancy tenancy;
    private final Map<String, LoopSource> sources = new HashMap<>();
    private final Map<String, String> existing = new HashMap<>();

    Loops(Tenancy tenancy, @All List<LoopSource> sources, @All List<NameSource> names) {
        this.tenancy = tenancy;
        sources.forEach(source -> this.sources.put(source.kind(), source));
        names.forEach(each -> each.names().forEach((table, name) -> existing.put(table, name.statement())));
        ROUNDS.forEach((kind, rounds) -> rounds.forEach(round -> round.forEach(this::check)));
    }

    /** A way that no source knows is found when the product starts. */
    private void check(Way way) {
        LoopSource source = Objects.requireNonNull(sources.get(way.step()), () -> "nobody keeps " + way.step());
        if (!source.statements().containsKey(way.by())) {
            throw new IllegalStateException(way + " is a way that nobody knows");
        }
    }

    /**
     * Where a record stands, or 404: the steps that the caller may read, in their order, those without records too.
     *
     * @param kind of the record, in the singular
     * @param table that names of its kind are asked by
     */
    public Uni<List<LoopStep>> of(Caller caller, String kind, String table, UUID id) {
        Found found = new Found(kind, id);
        Read<Boolean> there = new Read<>(
                Objects.requireNonNull(existing.get(table), () -> "nobody tells the names of " + table),
                Tuple.of(new UUID[] {id}),
                rows -> rows.size() > 0);
        Uni<Void> rounds = Uni.createFrom().voidItem();
        boolean first = true;
        for (List<Way> round : Objects.requireNonNull(ROUNDS.get(kind), () -> kind + " is no part of the loop")) {
            Read<Boolean> also = first ? there : null;
            rounds = rounds.chain(() -> round(caller, round, found, also));
            first = false;
        }
        return rounds.map(ignored -> STEPS.stream()
                .filter(step -> caller.may(source(step).permission()))
                .map(found::step)
                .toList());
    }

    private Uni<Void> round(Caller caller, List<Way> round, Found found, @Nullable Read<Boolean> there) {
        Map<String, Read<RowSet<Row>>> asked = new HashMap<>();
        for (Way way : round) {
            Set<UUID> known = found.ids(way.by());
            // A step that one may not read leads nowhere either.
            if (!known.isEmpty() && caller.may(source(way.step()).permission())) {
                asked.put(
                        way.step(),
                        new Read<>(
                                Objects.requireNonNull(
                                        source(way.step()).statements().get(way.by())),
                                Tuple.of(known.toArray(UUID[]::new), FOLLOWED),
                                rows -> rows));
            }
        }
        List<Read<?>> reads = new ArrayList<>(asked.values());
        if (there != null) {
            reads.add(there);
        }
        if (reads.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tenancy.query(caller, reads)
                .invoke(answers -> {
                    if (there != null && !answers.of(there)) {
                        throw Problem.notFound();
                    }
                    keep(asked, answers, found);
                })
                .replaceWithVoid();
    }

    private void keep(Map<String, Read<RowSet<Row>>> asked, Answers answers, Found found) {
        found.settle(asked.keySet());
        asked.forEach((step, read) -> found.keep(source(step), answers.of(read)));
    }

    private LoopSource source(String step) {
        return Objects.requireNonNull(sources.get(step));
    }

    /** What is known so far: of the steps their rows, of every kind the ids. */
    private static final class Found {
        private final Map<String, LoopStep> steps = new HashMap<>();
        private final Map<String, Set<UUID>> ids = new HashMap<>();
        /** Kinds that are found already, or being found: what else refers to them makes them no wider. */
        private final Set<String> settled = new HashSet<>();

        Found(String kind, UUID id) {
            ids.put(kind, Set.of(id));
            settled.add(kind);
        }

        void settle(Set<String> kinds) {
            settled.addAll(kinds);
        }

        Set<UUID> ids(String kind) {
            return ids.getOrDefault(kind, Set.of());
        }

        LoopStep step(String kind) {
            return steps.getOrDefault(kind, new LoopStep(kind, 0, List.of()));
        }

        void keep(LoopSource source, RowSet<Row> rows) {
            List<LoopRecord> records = new ArrayList<>();
            Set<UUID> own = new LinkedHashSet<>();
            long count = 0;
            for (Row row : rows) {
                count = row.getLong("record_count");
                own.add(row.getUUID("id"));
                if (records.size() < SHOWN) {
                    records.add(record(row));
                }
                for (String other : source.references()) {
                    UUID referred = row.getUUID(other + "_id");
                    if (referred != null && !settled.contains(other)) {
                        ids.computeIfAbsent(other, ignored -> new LinkedHashSet<>())
                                .add(referred);
                    }
                }
            }
            steps.put(source.kind(), new LoopStep(source.kind(), count, List.copyOf(records)));
            ids.put(source.kind(), own);
        }

        private static LoopRecord record(Row row) {
            return new LoopRecord(
                    row.getUUID("id"),
                    row.getString("title"),
                    row.getString("status"),
                    row.getOffsetDateTime("at").toInstant(),
                    row.getLocalDate("due_on"),
                    row.getLong("amount_cents"),
                    row.getString("currency"),
                    row.getString("billing_cycle"));
        }
    }
}
