package dev.pulso.edge.web;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.start.observability.LogContext;
import dev.pulso.store.data.FilterGrammar;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sent this request; filled by the permission filter before any resource is reached. */
@RequestScoped
public class CallerContext {
    private static final String REMOVED = "removed";

    private @Nullable Caller caller;
    private @Nullable UUID sessionId;
    private @Nullable UUID keyId;
    private @Nullable String ifMatch;
    private Map<String, String> filters = Map.of();
    private Set<String> included = Set.of();
    private String requestId = "-";

    /** @throws Problem 401 in an operation that is open to everybody, when nobody has logged in */
    public Caller caller() {
        if (caller == null) {
            throw Problem.unauthorized("a valid access token is required");
        }
        return caller;
    }

    /** The version that an edit is based on: 428 when {@code If-Match} names none. */
    public ExpectedVersion requiredVersion() {
        return ExpectedVersion.required(ifMatch);
    }

    /** The version that an action is based on, which may name one but need not. */
    public ExpectedVersion expectedVersion() {
        return ExpectedVersion.optional(ifMatch);
    }

    /** The page of a list that is asked for, with the filters that all lists have alike. */
    public PageRequest page(
            @Nullable Integer limit, @Nullable String sort, @Nullable String cursor, @Nullable Instant updatedSince) {
        return PageRequest.of(limit, sort, cursor, updatedSince, included.contains(REMOVED), filters);
    }

    /** What is asked for of a state that a list's grammar of filters has, outside of a list; empty where nothing is said. */
    public Set<String> anyOf(String name, List<String> allowed) {
        String given = filters.get(name);
        return given == null ? Set.of() : FilterGrammar.oneOf(name, given, allowed);
    }

    /** What {@code include} asks for. */
    Set<String> included() {
        return included;
    }

    void include(Set<String> names) {
        this.included = names;
    }

    void filters(Map<String, String> given) {
        this.filters = given;
    }

    /** For public operations, which have no caller but are logged and audited all the same. */
    public String requestId() {
        return requestId;
    }

    /** The session that the request came with; null for callers that have none. */
    public @Nullable UUID sessionId() {
        return sessionId;
    }

    /** The API key that the request came with; null for people. */
    public @Nullable UUID keyId() {
        return keyId;
    }

    void key(UUID id) {
        this.keyId = id;
    }

    /** What the request says about the state of what it is about. */
    void conditions(@Nullable String header) {
        this.ifMatch = header;
    }

    void identify(@Nullable Caller found, @Nullable UUID session, String id) {
        this.caller = found;
        this.sessionId = session;
        this.requestId = id;
        if (found != null) {
            LogContext.caller(found);
        }
    }
}
