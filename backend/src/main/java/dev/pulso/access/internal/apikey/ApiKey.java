package dev.pulso.access.internal.apikey;

import dev.pulso.edge.security.ApiKeyGate;
import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.edge.security.Permissions;
import dev.pulso.edge.web.ApiVersions;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a program of the tenant presents instead of a person's session. */
@Entity
@Table(name = "api_keys")
class ApiKey extends TenantRecord {
    private static final int PREFIX_BYTES = 4;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String prefix;

    @Column(name = "key_hash", updatable = false)
    private byte[] keyHash;

    @Column(updatable = false)
    private String[] scopes;

    @Column(name = "created_by", updatable = false)
    private @Nullable UUID createdBy;

    @Column(name = "expires_at", updatable = false)
    private @Nullable Instant expiresAt;

    /** What its holder was built against, so that later versions of the API do not change it. */
    @Column(name = "api_version", updatable = false)
    private @Nullable String apiVersion;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** The key as its holder gets it; known only to the object that was made with it. */
    @Transient
    private @Nullable String secret;

    /** For Hibernate. */
    protected ApiKey() {}

    ApiKey(Caller caller, String name, List<String> scopes, @Nullable Instant expiresAt, Instant now) {
        super(caller);
        this.name = Checks.text("name", name);
        this.scopes = within(caller, scopes);
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Problem.invalid("expires_at", "must lie in the future", "past");
        }
        this.expiresAt = expiresAt;
        apiVersion = ApiVersions.newest();
        createdBy = caller.userId();
        OpaqueToken token = OpaqueToken.next(caller.tenantId(), id());
        keyHash = token.hash();
        // Of the hash, so that it tells nothing of the secret and everybody can compute it.
        prefix = ApiKeyGate.MARK + HexFormat.of().formatHex(keyHash, 0, PREFIX_BYTES);
        secret = prefix + "_" + token.encode();
    }

    /** The token in a key, whatever its prefix says; null for what cannot be a key. */
    static @Nullable OpaqueToken token(String key) {
        int end = key.indexOf('_', ApiKeyGate.MARK.length());
        return end < 0 ? null : OpaqueToken.parse(key.substring(end + 1)).orElse(null);
    }

    void revoke(Instant at) {
        if (revokedAt == null) {
            revokedAt = at;
        }
    }

    String secret() {
        if (secret == null) {
            throw new IllegalStateException("the key itself is known only when it is made");
        }
        return secret;
    }

    /** A key may do what it is told, of what its maker may do; it may not make keys itself. */
    private static String[] within(Caller caller, List<String> asked) {
        List<String> scopes = asked.stream().map(Permissions::present).toList();
        for (String scope : scopes) {
            if (!Permissions.ALL.contains(scope)) {
                throw Problem.invalid("scopes", scope + " is no permission", "not_found");
            }
            if (!caller.may(scope) || scope.startsWith("access.api_keys:")) {
                throw Problem.of(
                        ProblemType.BEYOND_OWN_RIGHTS,
                        "a key may do only what its maker may, and makes no keys: " + scope);
            }
        }
        caller.requireReachingAll();
        return new TreeSet<>(scopes).toArray(String[]::new);
    }
}
