package dev.pulso.audit.internal.trail;

import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The chain of blocks over a tenant's audit log. The database seals and recomputes (docs/adr/0016-audit-chain.md), so no
 * entry travels; what is asked at a time is bounded, so memory is as well.
 */
@ApplicationScoped
class AuditChain {
    /** Entries of a block at most, and entries that one statement of a check recomputes at least. */
    private static final int BLOCK = 20_000;

    private static final int STEP = 20_000;

    private static final String SEAL = "select sealed, waiting from seal_audit($1, $2)";
    private static final String CHECK = "select * from check_audit($1, $2, $3)";
    private static final String LAST = """
            select head_number, first_problem is null as intact from audit_checks order by id desc limit 1""";
    private static final String ERASE = "select erase_from_audit($1, $2)";
    private static final String HEAD = "select number, hash from audit_heads";
    private static final String RECORD = """
            insert into audit_checks (tenant_id, id, checked_at, head_number, head_hash, blocks, entries, altered_entries,
                                      deleted_entries, inserted_entries, bad_blocks, first_problem, first_block, first_entry)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""";

    private final Tenancy tenancy;
    private final Clock clock;

    AuditChain(Tenancy tenancy, Clock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** @param waiting entries are left for the next time: a transaction that began before theirs still runs */
    record Sealed(long entries, boolean waiting) {}

    record Head(long number, Buffer hash) {}

    /**
     * Seals what finished transactions have written.
     *
     * @param patient waits for another sealer of the tenant; else that one will do
     */
    Uni<Sealed> seal(Caller caller, boolean patient) {
        return tenancy.bookkeeping(
                caller,
                connection -> unhurried(connection)
                        .chain(() -> connection.preparedQuery(SEAL).execute(Tuple.of(BLOCK, patient)))
                        .map(rows -> {
                            Row row = rows.iterator().next();
                            return new Sealed(row.getLong("sealed"), row.getBoolean("waiting"));
                        }));
    }

    /**
     * Recomputes some blocks after those that {@code found} knows of.
     *
     * @param upto the last one to recompute; null for all, and for a look at the end of the chain
     */
    Uni<Findings> checkMore(Caller caller, Findings found, @Nullable Long upto) {
        return tenancy.bookkeeping(
                caller,
                connection -> unhurried(connection)
                        .chain(() -> connection.preparedQuery(CHECK).execute(Tuple.of(found.last(), STEP, upto)))
                        .map(rows -> found.and(findings(rows.iterator().next()))));
    }

    /** The newest block; number 0 before the first. */
    Uni<@Nullable Head> head(Caller caller) {
        return tenancy.query(caller, HEAD, Tuple.tuple()).map(rows -> {
            for (Row row : rows) {
                return new Head(row.getLong("number"), row.get(Buffer.class, "hash"));
            }
            return null;
        });
    }

    /** The newest block that the last check saw, when it found nothing wrong; 0 when all is to be recomputed. */
    Uni<Long> lastGood(Caller caller) {
        return tenancy.query(caller, LAST, Tuple.tuple()).map(rows -> {
            for (Row row : rows) {
                return row.getBoolean("intact") ? row.getLong("head_number") : 0;
            }
            return 0L;
        });
    }

    /** Empties the entries about a record or person; their hashes stay. Answers how many. */
    Uni<Integer> erase(Caller caller, UUID subject, String reason) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(ERASE)
                        .execute(Tuple.of(subject, reason))
                        .map(rows -> rows.iterator().next().getInteger(0)));
    }

    Uni<Void> record(Caller caller, Instant began, @Nullable Head head, Findings found) {
        Problem first = found.first();
        return tenancy.bookkeeping(
                caller,
                connection -> connection
                        .preparedQuery(RECORD)
                        .execute(Tuple.tuple()
                                .addUUID(caller.tenantId())
                                .addUUID(Ids.next())
                                .addOffsetDateTime(began.atOffset(ZoneOffset.UTC))
                                .addLong(head == null ? 0 : head.number())
                                .addValue(head == null ? Buffer.buffer() : head.hash())
                                .addLong(found.blocks())
                                .addLong(found.entries())
                                .addLong(found.altered())
                                .addLong(found.deleted())
                                .addLong(found.inserted())
                                .addLong(found.badBlocks())
                                .addString(first == null ? null : first.kind())
                                .addLong(first == null ? null : first.block())
                                .addUUID(first == null ? null : first.entry()))
                        .replaceWithVoid());
    }

    Instant now() {
        return clock.instant();
    }

    /** A block may be large, and the statement of a request is not to be. */
    private static Uni<Void> unhurried(SqlConnection connection) {
        return connection
                .query("set local statement_timeout = '5min'")
                .execute()
                .replaceWithVoid();
    }

    private static Findings findings(Row row) {
        String problem = row.getString("problem");
        return new Findings(
                row.getLong("last"),
                row.getLong("blocks"),
                row.getLong("entries"),
                row.getLong("altered"),
                row.getLong("deleted"),
                row.getLong("inserted"),
                row.getLong("bad_blocks"),
                problem == null
                        ? null
                        : new Problem(problem, row.getLong("problem_block"), row.getUUID("problem_entry")),
                row.getBoolean("more"));
    }

    /** The first thing that is wrong. */
    record Problem(String kind, long block, @Nullable UUID entry) {}

    /**
     * What a check has found so far.
     *
     * @param last number of the newest block that was recomputed
     * @param more whether there are blocks behind it
     */
    record Findings(
            long last,
            long blocks,
            long entries,
            long altered,
            long deleted,
            long inserted,
            long badBlocks,
            @Nullable Problem first,
            boolean more) {
        static final Findings NONE = new Findings(0, 0, 0, 0, 0, 0, 0, null, true);

        /** The same, to go on behind another block. */
        Findings at(long block) {
            return new Findings(block, blocks, entries, altered, deleted, inserted, badBlocks, first, true);
        }

        Findings and(Findings next) {
            return new Findings(
                    next.last,
                    blocks + next.blocks,
                    entries + next.entries,
                    altered + next.altered,
                    deleted + next.deleted,
                    inserted + next.inserted,
                    badBlocks + next.badBlocks,
                    first == null ? next.first : first,
                    next.more);
        }

        boolean intact() {
            return first == null;
        }
    }
}
