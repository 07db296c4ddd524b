package dev.pulso.store.tenancy;

import dev.pulso.kernel.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something happens. It is passed, never conjured: resources get it from the request, jobs and event
 * handlers rebuild it from their envelope.
 *
 * @param tenantId the tenant whose rows are visible
 * @param actorId the person or, where {@code actor} says that it is one, the API key; null for the system
 * @param actor who to name in the audit trail: an e-mail address, {@code api-key:ERP}, {@code job:invoice-run}, ...
 * @param permissions such as {@code crm.deals:write}
 * @param requestId ties log lines, audit rows and events of one request together
 * @param reach whose records it sees and changes, by kind of record ({@code deals}); all where nothing is said
 * @param claim the work that it does in the background, or null
 */
public record Caller(
        UUID tenantId,
        @Nullable UUID actorId,
        String actor,
        Set<String> permissions,
        @Nullable String requestId,
        Map<String, Set<UUID>> reach,
        @Nullable WorkClaim claim) {

    /** No e-mail address begins so. */
    private static final String API_KEY = "api-key:";

    public Caller {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(actor, "actor");
        permissions = Set.copyOf(permissions);
        reach = Map.copyOf(reach);
    }

    /** Somebody who reaches the records of all. */
    public Caller(
            UUID tenantId, @Nullable UUID actorId, String actor, Set<String> permissions, @Nullable String requestId) {
        this(tenantId, actorId, actor, permissions, requestId, Map.of(), null);
    }

    /** The product itself at work for a tenant; permissions are checked at the edge, so it needs none. */
    public static Caller system(UUID tenantId, String actor, @Nullable String requestId) {
        return new Caller(tenantId, null, actor, Set.of(), requestId);
    }

    /** A program with a key, which is known by its id: names are given twice. */
    public static Caller apiKey(UUID tenantId, UUID keyId, String name, Set<String> scopes) {
        return new Caller(tenantId, keyId, API_KEY + name, scopes, null);
    }

    /** Whether somebody who was named so is a program with a key. */
    public static boolean isApiKey(String actor) {
        return actor.startsWith(API_KEY);
    }

    /** The person; null for a program and for the system. */
    public @Nullable UUID userId() {
        return isApiKey(actor) ? null : actorId;
    }

    /** The key of a program; null for a person and for the system. */
    public @Nullable UUID keyId() {
        return isApiKey(actor) ? actorId : null;
    }

    /** Tells it from all others: the same for one person or key, whatever they are called. */
    public String identity() {
        return actorId == null ? actor : actorId.toString();
    }

    /** The same, working on something that it has leased. */
    public Caller workingFor(WorkClaim work) {
        return new Caller(tenantId, actorId, actor, permissions, requestId, reach, work);
    }

    /** The same caller in one of its requests. */
    public Caller in(String request) {
        return new Caller(tenantId, actorId, actor, permissions, request, reach, claim);
    }

    /** The same caller, for bookkeeping that concerns records which it does not see. */
    public Caller reachingAll() {
        return reach.isEmpty() ? this : new Caller(tenantId, actorId, actor, permissions, requestId, Map.of(), claim);
    }

    /** Whether it sees the records of that kind and owner. */
    public boolean reaches(String kind, @Nullable UUID ownerId) {
        Set<UUID> owners = reach.get(kind);
        return owners == null || (ownerId != null && owners.contains(ownerId));
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** @throws Problem 403 without the permission: a use case writes or answers records of a kind that its own does not name */
    public void require(String permission) {
        if (!may(permission)) {
            throw Problem.forbidden("the permission " + permission + " is required");
        }
    }

    /**
     * For what concerns records of people whom a limited reach does not show: whoever moves people between teams, or hands their
     * records on, would widen their own reach.
     *
     * @throws Problem 403 for a caller whose reach is limited
     */
    public void requireReachingAll() {
        if (!reach.isEmpty()) {
            throw Problem.forbidden("this needs a role that sees the records of all");
        }
    }
}
