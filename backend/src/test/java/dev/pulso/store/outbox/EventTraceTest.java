package dev.pulso.store.outbox;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventTraceTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    InMemorySpanExporter spans;

    /** Acts on what the API publishes. */
    @ApplicationScoped
    static class Follower implements EventReaction {
        private final Tenancy tenancy;

        Follower(Tenancy tenancy) {
            this.tenancy = tenancy;
        }

        @Override
        public String name() {
            return "test-follower";
        }

        @Override
        public Set<String> types() {
            return Set.of("lead.created");
        }

        @Override
        public Uni<Void> react(Caller caller, DomainEvent event) {
            return tenancy.query(caller, "select 1", Tuple.tuple()).replaceWithVoid();
        }
    }

    @ApplicationScoped
    static class Exporter {
        @Produces
        @Singleton
        InMemorySpanExporter spans() {
            return InMemorySpanExporter.create();
        }
    }

    @Test
    void a_trace_goes_from_the_request_through_its_statements_and_the_outbox_to_the_handler() {
        TestTenant tenant = TestTenant.register();
        tenant.api()
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .body(Map.of("name", "Ana"))
                .post("/api/crm/leads")
                .then()
                .statusCode(201);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> ofTrace().stream().anyMatch(span -> span.getName().equals("test-follower lead.created")));
        assertThat(ofTrace().stream().map(SpanData::getKind).collect(toSet()))
                .contains(SpanKind.SERVER, SpanKind.CLIENT, SpanKind.CONSUMER);
        SpanData request = ofTrace().stream()
                .filter(span -> span.getKind() == SpanKind.SERVER)
                .findFirst()
                .orElseThrow();
        assertThat(request.getName()).isEqualTo("POST /api/crm/leads");
        assertThat(request.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        SpanData handled = ofTrace().stream()
                .filter(span -> span.getKind() == SpanKind.CONSUMER)
                .findFirst()
                .orElseThrow();
        assertThat(ofTrace().stream().map(SpanData::getSpanId)).contains(handled.getParentSpanId());
        // What the handler writes belongs to it.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ofTrace().stream()
                        .anyMatch(span -> span.getParentSpanId().equals(handled.getSpanId())));
    }

    private List<SpanData> ofTrace() {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(TRACE))
                .toList();
    }
}
