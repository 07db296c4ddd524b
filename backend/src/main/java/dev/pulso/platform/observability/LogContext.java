package dev.pulso.platform.observability;

import dev.pulso.platform.tenancy.Caller;
import org.jboss.logging.MDC;

/** What every log line says besides its message. It follows the request from thread to thread, and ends with it. */
public final class LogContext {
    private LogContext() {}

    public static void request(String requestId) {
        MDC.put("request_id", requestId);
    }

    public static void caller(Caller caller) {
        MDC.put("tenant_id", caller.tenantId().toString());
        MDC.put("actor", caller.actor());
        if (caller.requestId() != null) {
            MDC.put("request_id", caller.requestId());
        }
    }
}
