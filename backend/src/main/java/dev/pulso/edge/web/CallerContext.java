package dev.pulso.edge.web;

import dev.pulso.kernel.Problem;
import dev.pulso.start.observability.LogContext;
import dev.pulso.store.tenancy.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sent this request; filled by the permission filter before any resource is reached. */
@RequestScoped
public class CallerContext {
    private @Nullable Caller caller;
    private @Nullable UUID sessionId;
    private String requestId = "-";

    /** @throws Problem 401 in an operation that is open to everybody, when nobody has logged in */
    public Caller caller() {
        if (caller == null) {
            throw Problem.unauthorized("a valid access token is required");
        }
        return caller;
    }

    /** For public operations, which have no caller but are logged and audited all the same. */
    public String requestId() {
        return requestId;
    }

    /** The session that the request came with; null for callers that have none. */
    public @Nullable UUID sessionId() {
        return sessionId;
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
