package dev.pulso.audit.internal.trail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the last check found, and the head of the chain now.
 *
 * @param check null before the first one
 * @param unsealed entries that wait for their seal, counted up to a bound
 * @param head null before the first block
 */
record AuditIntegrityData(
        @Nullable Check check, long unsealed, @Nullable Head head) {

    record Check(
            Instant at,
            long blocks,
            long entries,
            long altered,
            long deleted,
            long inserted,
            long badBlocks,
            @Nullable Problem first) {}

    /** @param entry as it is now; null when it is gone or the problem is the block's */
    record Problem(
            String kind,
            long block,
            @Nullable UUID entryId,
            @Nullable AuditEntryData entry) {}

    /** @param hash in hexadecimal digits */
    record Head(long number, String hash, Instant sealedAt) {}
}
