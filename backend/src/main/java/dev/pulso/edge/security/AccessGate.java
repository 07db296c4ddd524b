package dev.pulso.edge.security;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the holder of a genuine token may still come in, and what it may do now. Asked with every request, so that a
 * revoked session, a disabled user or a changed role counts from the next request on, on every node, although tokens live
 * for minutes.
 *
 * <p>Who writes to {@code users}, {@code sessions} or roles has nothing to announce: triggers of these tables tell all
 * nodes. {@link #changed} after the commit only makes this node, which answers the writer, certain not to be late.
 */
public interface AccessGate {

    /** The caller (without request id) when this node knows it already; null: {@link #admit} has to find out. */
    @Nullable
    Caller known(AccessTokens.Claims claims);

    /** The caller (without request id), or null when it is refused: session revoked, user disabled, tenant gone. */
    Uni<@Nullable Caller> admit(AccessTokens.Claims claims);

    /**
     * What a person may do who is not here, for what a program reads in its name: nothing is kept, so it is what is true now. Null: the
     * user is disabled, or the tenant gone.
     */
    Uni<@Nullable Caller> standIn(UUID tenantId, UUID userId);

    /** All who may do something now, whatever they reach: for what has to be told to somebody who can see to it. */
    Uni<List<UUID>> holders(UUID tenantId, String permission);

    /** The rights of one user have changed; call it after the commit. */
    void changed(UUID tenantId, UUID userId);

    /** The rights of many users of a tenant may have changed; call it after the commit. */
    void changed(UUID tenantId);
}
