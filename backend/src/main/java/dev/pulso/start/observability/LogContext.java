package dev.pulso.start.observability;

import dev.pulso.store.tenancy.Caller;
import org.jboss.logging.MDC;

/**
 * What every log line says besides its message. It follows the request or run from thread to thread, and ends with it.
 * People are named by id: logs hold no e-mail addresses.
 */
public final class LogContext {
    private LogContext() {}

    public static void request(String requestId) {
        MDC.put("request_id", requestId);
    }

    public static void caller(Caller caller) {
        MDC.put("tenant_id", caller.tenantId().toString());
        MDC.put("actor", caller.identity());
        if (caller.requestId() != null) {
            MDC.put("request_id", caller.requestId());
        }
    }
}
