package dev.pulso.store.tenancy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What time it is in a tenant's business: when a record was made, what is due, what day it is. The same as everywhere, but in
 * a sandbox whose clock was moved ahead; there SQL's {@code app_now()} says the same, because each transaction of the
 * tenant is told. Leases, heartbeats, sessions, tokens and the audit trail live in real time, which is the {@link Clock}.
 *
 * <p>The moved clocks are few and every node has them in memory: a move is heard at once by notice.
 */
@ApplicationScoped
public class TenantClock implements NoticeListener {
    private static final Logger LOG = Logger.getLogger(TenantClock.class);
    private static final String MOVED =
            "select tenant_id, clock_ahead_seconds from tenant_directory where clock_ahead_seconds > 0";
    /** Not of a bean: entities and envelopes, which are none, ask as well. One process has one. */
    private static volatile Map<UUID, Duration> ahead = Map.of();

    private final Tenancy tenancy;
    private final Clock clock;

    TenantClock(Tenancy tenancy, Clock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    public Instant now(Caller caller) {
        return now(caller.tenantId());
    }

    public Instant now(UUID tenant) {
        return clock.instant().plus(ahead(tenant));
    }

    /** The clock that nobody moves. */
    public Clock real() {
        return clock;
    }

    /** How far the tenant's clock was moved. */
    public static Duration ahead(UUID tenant) {
        return ahead.getOrDefault(tenant, Duration.ZERO);
    }

    /** Reads the clocks again; whoever has moved one waits for it. */
    public Uni<Void> read() {
        return tenancy.apart(() -> tenancy.withoutTenant(
                        connection -> connection.query(MOVED).execute())
                .invoke(rows -> {
                    Map<UUID, Duration> read = new HashMap<>();
                    for (Row row : rows) {
                        read.put(row.getUUID(0), Duration.ofSeconds(row.getLong(1)));
                    }
                    ahead = Map.copyOf(read);
                })
                .replaceWithVoid());
    }

    void start(@Observes StartupEvent event) {
        read().await().indefinitely();
    }

    @Override
    public String channel() {
        return "clock_moved";
    }

    @Override
    public void heard(String payload) {
        learn();
    }

    @Override
    public void attached() {
        learn();
    }

    @Override
    public void detached() {}

    private void learn() {
        read().subscribe()
                .with(done -> {}, failure -> LOG.warn("moved clocks could not be read; those known stay", failure));
    }
}
