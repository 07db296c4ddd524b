package dev.pulso.platform.web;

import dev.pulso.platform.observability.LogContext;
import dev.pulso.platform.tenancy.Caller;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who sent this request; filled by the permission filter before any resource is reached. */
@RequestScoped
public class CallerContext {
    private @Nullable Caller caller;
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

    void identify(@Nullable Caller found, String id) {
        this.caller = found;
        this.requestId = id;
        if (found != null) {
            LogContext.caller(found);
        }
    }
}
