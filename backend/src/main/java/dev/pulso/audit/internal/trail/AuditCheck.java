package dev.pulso.audit.internal.trail;

import dev.pulso.audit.internal.trail.AuditChain.Findings;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.jobs.Job;
import dev.pulso.store.jobs.JobProgress;
import dev.pulso.store.tenancy.Caller;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes a tenant's chain: each night what came since the last check that found nothing, and one thirtieth of what is
 * older, another one every night; all of it when somebody asks, or when the last check found something. A run that finds
 * something wrong has failed: whoever looks at the jobs or is called by the alert must not have to read numbers to see it.
 */
@ApplicationScoped
class AuditCheck implements Job {
    /** Nights in which each old block is recomputed once. */
    private static final int NIGHTS = 30;

    private static final Logger LOG = Logger.getLogger(AuditCheck.class);

    private final AuditChain chain;
    private final Counter broken;

    AuditCheck(AuditChain chain, MeterRegistry registry) {
        this.chain = chain;
        this.broken = Counter.builder("pulso.audit.broken")
                .description("Checks that found an audit trail altered")
                .register(registry);
    }

    @Override
    public String name() {
        return "audit-check";
    }

    @Override
    public String description() {
        return "Recomputes the hash chain of the audit trail and tells whether an entry was altered.";
    }

    @Override
    public LocalTime runsAt() {
        return LocalTime.of(3, 0);
    }

    @Override
    public Uni<Map<String, Long>> run(Caller caller, LocalDate on, JobProgress progress) {
        Instant began = chain.now();
        return chain.seal(caller, true)
                .chain(() -> chain.head(caller))
                .chain(head -> check(caller, on, progress)
                        .call(found -> chain.record(caller, began, head, found))
                        .invoke(found -> {
                            if (found.intact() && head != null) {
                                // Outside of the database: a chain that was written anew has another hash at this
                                // block. Whose it is stands in the line itself: whoever keeps it may keep no fields.
                                LOG.infof(
                                        "audit trail of %s intact: %d entries, block %d has hash %s",
                                        caller.tenantId(),
                                        found.entries(),
                                        head.number(),
                                        HexFormat.of().formatHex(head.hash().getBytes()));
                            }
                        }))
                .map(found -> {
                    if (!found.intact()) {
                        throw altered(found);
                    }
                    return counts(found);
                });
    }

    private Uni<Findings> check(Caller caller, LocalDate on, JobProgress progress) {
        // Behind the schedule there is nobody, and it needs no permissions.
        if (caller.userId() != null || !caller.permissions().isEmpty()) {
            return upto(caller, Findings.NONE, null, progress);
        }
        return chain.lastGood(caller).chain(known -> {
            long night = Math.floorMod(on.toEpochDay(), NIGHTS);
            long from = known * night / NIGHTS;
            long end = known * (night + 1) / NIGHTS;
            Uni<Findings> old = from == end
                    ? Uni.createFrom().item(Findings.NONE)
                    : upto(caller, Findings.NONE.at(from), end, progress);
            return old.chain(found -> upto(caller, found.at(known), null, progress));
        });
    }

    private Uni<Findings> upto(Caller caller, Findings found, @Nullable Long last, JobProgress progress) {
        return chain.checkMore(caller, found, last)
                .call(more -> progress.report(counts(more)))
                .chain(more -> more.more()
                        ? upto(caller, more, last, progress)
                        : Uni.createFrom().item(more));
    }

    private Problem altered(Findings found) {
        broken.increment();
        AuditChain.Problem first = java.util.Objects.requireNonNull(found.first());
        String what = switch (first.kind()) {
            case "entry_altered" -> "entry " + first.entry() + " was altered";
            case "entry_deleted" -> "entry " + first.entry() + " was deleted";
            case "entry_inserted" -> "entry " + first.entry() + " was inserted among older ones";
            case "block_missing" -> "the block is missing";
            case "block_changed" -> "the block was changed";
            default -> "the chain was written anew";
        };
        return Problem.of(
                ProblemType.AUDIT_ALTERED,
                "The audit trail is not as it was written: block " + first.block() + ", " + what + ".");
    }

    private static Map<String, Long> counts(Findings found) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("blocks_checked", found.blocks());
        counts.put("entries_checked", found.entries());
        counts.put("entries_altered", found.altered());
        counts.put("entries_deleted", found.deleted());
        counts.put("entries_inserted", found.inserted());
        counts.put("blocks_bad", found.badBlocks());
        return counts;
    }
}
