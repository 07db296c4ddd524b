package dev.pulso.edge.security;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands behind an API key, asked with every request: a revoked key counts no more from the next one on. */
public interface ApiKeyGate {
    /** What every API key begins with; tells keys from access tokens. */
    String MARK = "pk_";

    /**
     * @param caller without request id and without a person
     * @param version of the API that the key was made with; null for keys that are older than versions
     */
    record Holder(UUID keyId, Caller caller, @Nullable String version) {}

    /** When this node knows it already; null: {@link #admit} has to find out. */
    @Nullable
    Holder known(String key);

    /** Null for a key that is unknown, revoked or expired. */
    Uni<@Nullable Holder> admit(String key);
}
