package dev.pulso.access.internal.apikey;

import dev.pulso.edge.security.ApiKeyGate;
import dev.pulso.kernel.Steps;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** When keys were used last: noted in memory, written now and then, for a write per request would cost more than it says. */
@ApplicationScoped
class LastUse {
    private static final Logger LOG = Logger.getLogger(LastUse.class);
    private static final String WRITE = """
            update api_keys k set last_used_at = used.at
            from unnest($1::uuid[], $2::timestamptz[]) as used(id, at)
            where k.id = used.id and (k.last_used_at is null or k.last_used_at < used.at)""";

    private final Tenancy tenancy;
    private final Clock clock;
    /** By tenant, then by key. */
    private final Map<UUID, Map<UUID, Instant>> unwritten = new ConcurrentHashMap<>();

    LastUse(Tenancy tenancy, Clock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    void note(ApiKeyGate.Holder holder) {
        unwritten
                .computeIfAbsent(holder.caller().tenantId(), tenant -> new ConcurrentHashMap<>())
                .put(holder.keyId(), clock.instant());
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> write() {
        return Steps.inOrder(
                List.copyOf(unwritten.keySet()),
                tenant -> write(tenant)
                        .onFailure()
                        .invoke(failure -> LOG.warnf(failure, "the last use of keys of %s could not be noted", tenant))
                        .onFailure()
                        .recoverWithNull());
    }

    /** Those of one tenant; one that is used meanwhile is written the next time. */
    Uni<Void> write(UUID tenant) {
        Map<UUID, Instant> uses = unwritten.remove(tenant);
        if (uses == null || uses.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map.Entry<UUID, Instant>> used = List.copyOf(uses.entrySet());
        UUID[] keys = used.stream().map(Map.Entry::getKey).toArray(UUID[]::new);
        OffsetDateTime[] times = used.stream()
                .map(use -> use.getValue().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        return tenancy.sql(
                        Caller.system(tenant, "api-keys", null),
                        connection -> connection.preparedQuery(WRITE).execute(Tuple.of(keys, times)))
                .replaceWithVoid();
    }
}
