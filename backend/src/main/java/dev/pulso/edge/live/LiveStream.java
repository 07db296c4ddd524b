package dev.pulso.edge.live;

import dev.pulso.edge.security.AccessTokens;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reader. What happens while it is still being told what it missed waits until that is done. A reader that takes
 * nothing for too long, or is too far behind, is cut off: it will come back, and be told what it missed.
 */
final class LiveStream {
    /** So many events may wait for a reader. */
    static final int PATIENCE = 1_000;

    private static final Duration STALLED = Duration.ofSeconds(60);

    private final AccessTokens.Claims claims;
    private final MultiEmitter<? super LiveEvent> out;
    private final Runnable hangUp;
    private volatile Caller caller;
    private int behind;
    private @Nullable Instant behindSince;
    private @Nullable List<LiveEvent> waiting = new ArrayList<>();

    /** @param hangUp closes the connection, which a reader that does not read would keep open */
    LiveStream(AccessTokens.Claims claims, Caller caller, MultiEmitter<? super LiveEvent> out, Runnable hangUp) {
        this.claims = claims;
        this.caller = caller;
        this.out = out;
        this.hangUp = hangUp;
    }

    AccessTokens.Claims claims() {
        return claims;
    }

    boolean of(UUID tenantId, @Nullable UUID userId) {
        return claims.tenantId().equals(tenantId)
                && (userId == null || claims.userId().equals(userId));
    }

    /** What it may hear of from now on. */
    void admit(Caller now) {
        caller = now;
    }

    boolean mayHear(LiveNotice notice) {
        return notice.tenantId().equals(claims.tenantId()) && notice.isFor(caller);
    }

    boolean ended(Instant now) {
        return !now.isBefore(claims.expiresAt());
    }

    synchronized void send(LiveEvent event, Instant now) {
        if (waiting != null) {
            waiting.add(event);
        } else if (!lost(now)) {
            out.emit(event);
        }
    }

    private boolean lost(Instant now) {
        if (out.requested() > 0) {
            behind = 0;
            behindSince = null;
            return false;
        }
        if (behindSince == null) {
            behindSince = now;
        }
        boolean lost = ++behind >= PATIENCE || now.isAfter(behindSince.plus(STALLED));
        if (lost) {
            end();
            hangUp.run();
        }
        return lost;
    }

    /** Tells the beginning, then what has come meanwhile, and from now on all at once. */
    synchronized void begin(List<LiveEvent> events) {
        events.forEach(out::emit);
        List<LiveEvent> meanwhile = waiting;
        waiting = null;
        if (meanwhile != null) {
            meanwhile.forEach(out::emit);
        }
    }

    void end() {
        out.complete();
    }
}
