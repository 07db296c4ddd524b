package dev.pulso.crm.internal.duplicate;

import dev.pulso.kernel.Ids;
import dev.pulso.store.jobs.Job;
import dev.pulso.store.jobs.JobProgress;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks through all records for those that may be one. Only what has a key in common is weighed: a list of blocks, read in the
 * order of the keys, so that memory does not grow with the company. Running it again finds the same; what people have said stays.
 */
@ApplicationScoped
class DuplicatesJob implements Job {
    private static final Logger LOG = Logger.getLogger(DuplicatesJob.class);
    private static final int BLOCKS = 100;
    /** What more records have in common tells nothing, and weighing them costs its square. */
    private static final int MOST = 200;

    private static final String KEEP = """
        insert into duplicate_pairs as p (tenant_id, id, kind, first_id, second_id, weight, reasons, seen_at)
        select current_setting('app.tenant_id')::uuid, f.id, $1::text, f.first_id, f.second_id, f.weight, string_to_array(f.reasons, ','),
               $7::timestamptz
        from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::text[]) f (id, first_id, second_id, weight, reasons)
        on conflict (tenant_id, kind, first_id, second_id) do update
        set weight = excluded.weight, reasons = excluded.reasons, seen_at = excluded.seen_at,
            updated_at = case when p.weight = excluded.weight then p.updated_at else app_now() end\
        """;

    /** What was changed since so that it is alike no more. */
    private static final String FORGET =
            "delete from duplicate_pairs where kind = $1 and status = 'open' and seen_at < $2";

    private final Tenancy tenancy;
    private final DuplicateQueries queries;
    private final TenantClock clock;
    private final MeterRegistry registry;

    DuplicatesJob(Tenancy tenancy, DuplicateQueries queries, TenantClock clock, MeterRegistry registry) {
        this.tenancy = tenancy;
        this.queries = queries;
        this.clock = clock;
        this.registry = registry;
    }

    /** How far a run is. */
    private static final class Tally {
        private long pairs;
        private long skipped;

        Map<String, Long> counts() {
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("duplicates_found", pairs);
            counts.put("blocks_skipped", skipped);
            return counts;
        }
    }

    /** Two ids, the smaller first, as the database orders them. */
    private record Two(UUID first, UUID second) {
        static Two of(UUID one, UUID other) {
            return one.toString().compareTo(other.toString()) < 0 ? new Two(one, other) : new Two(other, one);
        }
    }

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public String description() {
        return "Looks for leads, companies, contacts and customers that may be one.";
    }

    @Override
    public Set<String> permissions() {
        return Set.of("crm.leads:write", "crm.companies:write", "crm.contacts:write", "customers.customers:write");
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.of(3, 10);
    }

    @Override
    public Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        Tally tally = new Tally();
        OffsetDateTime began = clock.now(caller).atOffset(ZoneOffset.UTC);
        Uni<Void> all = Uni.createFrom().voidItem();
        for (DuplicateKind kind : DuplicateKind.values()) {
            all = all.chain(() -> from(caller, kind, "", began, tally, progress))
                    .chain(() -> tenancy.sql(
                            caller,
                            connection -> connection
                                    .preparedQuery(FORGET)
                                    .execute(Tuple.of(kind.code(), began))
                                    .replaceWithVoid()));
        }
        return all.map(done -> {
            registry.counter("duplicates.blocks.skipped").increment(tally.skipped);
            return tally.counts();
        });
    }

    private Uni<Void> from(
            Caller caller, DuplicateKind kind, String after, OffsetDateTime began, Tally tally, JobProgress progress) {
        return queries.blocks(caller, kind, after, BLOCKS, MOST).chain(blocks -> {
            Set<Two> pairs = new LinkedHashSet<>();
            Set<UUID> ids = new LinkedHashSet<>();
            for (DuplicateQueries.Block block : blocks) {
                List<UUID> records = block.ids();
                if (records == null) {
                    tally.skipped++;
                    LOG.infof("%d records of kind %s share a key and are not weighed", block.records(), kind.code());
                    continue;
                }
                ids.addAll(records);
                for (int i = 0; i < records.size(); i++) {
                    for (int j = i + 1; j < records.size(); j++) {
                        pairs.add(Two.of(records.get(i), records.get(j)));
                    }
                }
            }
            return (pairs.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : queries.likenesses(caller, kind, List.copyOf(ids))
                                    .chain(found -> keep(caller, kind, weighed(pairs, found), began, tally)))
                    .chain(() -> blocks.size() < BLOCKS
                            ? Uni.createFrom().voidItem()
                            : progress.report(tally.counts())
                                    .chain(() ->
                                            from(caller, kind, blocks.getLast().key(), began, tally, progress)));
        });
    }

    private static Map<Two, Weight> weighed(Set<Two> pairs, Map<UUID, DuplicateQueries.Weighed> found) {
        Map<Two, Weight> alike = new HashMap<>();
        for (Two pair : pairs) {
            DuplicateQueries.Weighed one = found.get(pair.first());
            DuplicateQueries.Weighed other = found.get(pair.second());
            if (one != null && other != null) {
                Weight weight =
                        Weight.of(one.likeness(), other.likeness(), Math.max(one.namesakes(), other.namesakes()));
                if (weight.isWorthALook()) {
                    alike.put(pair, weight);
                }
            }
        }
        return alike;
    }

    private Uni<Void> keep(
            Caller caller, DuplicateKind kind, Map<Two, Weight> alike, OffsetDateTime began, Tally tally) {
        if (alike.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        tally.pairs += alike.size();
        List<Map.Entry<Two, Weight>> all = new ArrayList<>(alike.entrySet());
        Tuple values = Tuple.tuple()
                .addString(kind.code())
                .addArrayOfUUID(all.stream().map(one -> Ids.next()).toArray(UUID[]::new))
                .addArrayOfUUID(all.stream().map(one -> one.getKey().first()).toArray(UUID[]::new))
                .addArrayOfUUID(all.stream().map(one -> one.getKey().second()).toArray(UUID[]::new))
                .addArrayOfInteger(
                        all.stream().map(one -> one.getValue().total()).toArray(Integer[]::new))
                .addArrayOfString(all.stream()
                        .map(one -> String.join(",", one.getValue().reasons()))
                        .toArray(String[]::new))
                .addOffsetDateTime(began);
        return tenancy.sql(
                caller,
                connection -> connection.preparedQuery(KEEP).execute(values).replaceWithVoid());
    }
}
