package dev.pulso.platform.live;

import dev.pulso.platform.security.AccessTokens;
import dev.pulso.platform.tenancy.Caller;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One reader. What happens while it is still being told what it missed waits until that is done. */
final class LiveStream {
    private final AccessTokens.Claims claims;
    private final MultiEmitter<? super LiveEvent> out;
    private volatile Caller caller;
    private @Nullable List<LiveEvent> waiting = new ArrayList<>();

    LiveStream(AccessTokens.Claims claims, Caller caller, MultiEmitter<? super LiveEvent> out) {
        this.claims = claims;
        this.caller = caller;
        this.out = out;
    }

    AccessTokens.Claims claims() {
        return claims;
    }

    boolean of(UUID tenantId, @Nullable UUID userId) {
        return claims.tenantId().equals(tenantId) && (userId == null || claims.userId().equals(userId));
    }

    /** What it may hear of from now on. */
    void admit(Caller now) {
        caller = now;
    }

    boolean mayHear(LiveNotice notice) {
        return notice.tenantId().equals(claims.tenantId()) && caller.may(notice.permission());
    }

    boolean ended(Instant now) {
        return !now.isBefore(claims.expiresAt());
    }

    synchronized void send(LiveEvent event) {
        if (waiting == null) {
            out.emit(event);
        } else {
            waiting.add(event);
        }
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

    /** The reader will come back, and be told what it missed. */
    void end() {
        out.complete();
    }
}
