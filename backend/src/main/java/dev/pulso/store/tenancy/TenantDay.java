package dev.pulso.store.tenancy;

import dev.pulso.kernel.Bounded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What day it is for a tenant. Business dates are days in the tenant's zone, never in the server's. */
@ApplicationScoped
public class TenantDay {
    private record Known(ZoneId zone, long untilMillis) {}

    /** A changed time zone is noticed on every node within this time. */
    private static final long KEEP_MILLIS = 30_000;

    private static final int TENANTS = 20_000;

    private final Tenancy tenancy;
    private final TenantClock clock;
    private final Map<UUID, Known> zones = Bounded.map(TENANTS);

    TenantDay(Tenancy tenancy, TenantClock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    public Uni<LocalDate> today(Caller caller) {
        return zone(caller).map(zone -> LocalDate.ofInstant(clock.now(caller), zone));
    }

    /** The given day, or today. */
    public Uni<LocalDate> orToday(Caller caller, @Nullable LocalDate day) {
        return day == null ? today(caller) : Uni.createFrom().item(day);
    }

    public Uni<ZoneId> zone(Caller caller) {
        Known known = zones.get(caller.tenantId());
        if (known != null && clock.real().millis() < known.untilMillis()) {
            return Uni.createFrom().item(known.zone());
        }
        return tenancy.query(caller, "select time_zone from tenants", Tuple.tuple())
                .map(rows -> {
                    ZoneId zone = ZoneId.of(rows.iterator().next().getString(0));
                    zones.put(caller.tenantId(), new Known(zone, clock.real().millis() + KEEP_MILLIS));
                    return zone;
                });
    }

    /** Forgets the zone of a tenant that has just changed it. */
    public void changed(Caller caller) {
        zones.remove(caller.tenantId());
    }
}
