package dev.pulso.store.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries a trace through the outbox: from the transaction that published an event to the handlers that act on it. */
@ApplicationScoped
class EventTraces {
    private static final String HEADER = "traceparent";
    private static final TextMapGetter<String> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return Set.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return HEADER.equals(key) ? carrier : null;
        }
    };

    private final Tracer tracer;

    EventTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The traceparent of what is being done now; null when nobody traces it. */
    static @Nullable String current() {
        if (!Span.current().getSpanContext().isSampled()) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), carrier, (headers, key, value) -> headers.put(key, value));
        return carrier.get(HEADER);
    }

    /** Handles an event as part of the trace that it came from. To be called in a context of its own. */
    @SuppressWarnings("MustBeClosedChecker") // Closed when the Uni ends, which is later than this method does.
    <T> Uni<T> traced(String handler, DomainEvent event, Supplier<Uni<T>> work) {
        if (event.traceParent() == null) {
            return work.get();
        }
        Span span = tracer.spanBuilder(handler + " " + event.type())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(W3CTraceContextPropagator.getInstance().extract(Context.root(), event.traceParent(), GETTER))
                .setAttribute("messaging.message.id", event.id().toString())
                .startSpan();
        Scope scope = span.makeCurrent();
        return Uni.createFrom()
                .deferred(() -> work.get())
                .onFailure()
                .invoke(failure -> span.setStatus(StatusCode.ERROR).recordException(failure))
                .onTermination()
                .invoke(() -> {
                    scope.close();
                    span.end();
                });
    }
}
