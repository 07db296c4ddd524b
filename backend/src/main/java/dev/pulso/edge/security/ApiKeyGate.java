package dev.pulso.edge.security;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands behind an API key, asked with every request: a revoked key counts no more from the next one on. */
public interface ApiKeyGate {
    /** What the key of a company begins with. */
    String LIVE = "pulso_live_";
    /** What the key of a sandbox company begins with. */
    String TEST = "pulso_test_";
    /** What keys began with before they told where they belong. */
    String FORMER = "pk_";

    /** Tells keys from access tokens. */
    static boolean isKey(String text) {
        return text.startsWith(LIVE) || text.startsWith(TEST) || text.startsWith(FORMER);
    }

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
