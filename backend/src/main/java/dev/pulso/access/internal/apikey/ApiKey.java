package dev.pulso.access.internal.apikey;

import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.edge.security.Permissions;
import dev.pulso.edge.web.ApiVersions;
import dev.pulso.kernel.Change;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a program of the tenant presents instead of a person's session. */
@Entity
@Table(name = "api_keys")
class ApiKey extends TenantRecord {
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

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    /** What its holder was built against, so that later versions of the API do not change it. */
    @Column(name = "api_version", updatable = false)
    private @Nullable String apiVersion;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "replaced_by")
    private @Nullable UUID replacedBy;

    /** The key as its holder gets it; known only to the object that was made with it. */
    @Transient
    private @Nullable String secret;

    /** For Hibernate. */
    protected ApiKey() {}

    /** @param sandbox whether its company is one now, which the key tells for ever */
    ApiKey(Caller caller, String name, List<String> scopes, @Nullable Instant expiresAt, boolean sandbox, Instant now) {
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
        prefix = KeyText.prefix(token, sandbox);
        secret = KeyText.of(token, prefix);
    }

    /**
     * The key that follows this one, which goes on working for a while.
     *
     * @param expires when the new one ends; unchanged: after the time to live of this one
     * @throws Problem 409 when it counts no more or has a successor, 403 when the caller may not give its scopes
     */
    ApiKey rotate(Caller caller, Duration overlap, Change<Instant> expires, boolean sandbox, Instant now) {
        if (revokedAt != null || replacedBy != null || (expiresAt != null && !now.isBefore(expiresAt))) {
            throw Problem.of(
                    ProblemType.API_KEY_ENDED, "only a key that counts and has no successor yet can be rotated");
        }
        Instant sameLife = expiresAt == null ? null : now.plus(Duration.between(createdAt(), expiresAt));
        ApiKey successor =
                new ApiKey(caller, name, known(), expires.given() ? expires.value() : sameLife, sandbox, now);
        // It does what this one does: a rotation changes nothing but the secret.
        successor.apiVersion = apiVersion;
        replacedBy = successor.id();
        Instant end = now.plus(overlap);
        if (expiresAt == null || end.isBefore(expiresAt)) {
            expiresAt = end;
        }
        return successor;
    }

    /** Its scopes that there still are. */
    private List<String> known() {
        return Stream.of(scopes).filter(Permissions.ALL::contains).toList();
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
