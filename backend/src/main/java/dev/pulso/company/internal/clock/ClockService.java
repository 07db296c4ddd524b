package dev.pulso.company.internal.clock;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The clock of the company's business; a sandbox moves it ahead. */
@ApplicationScoped
public class ClockService {
    private static final int YEARS = 20;
    private static final String READ = "select sandbox, clock_ahead_seconds from tenants";
    /** Two moves wait for each other. */
    private static final String HOLD = READ + " for no key update";

    private static final String MOVE = "update tenants set clock_ahead_seconds = $1, updated_at = now()";
    private static final String SANDBOX = "update tenants set sandbox = true, updated_at = now()";

    private final Tenancy tenancy;
    private final TenantClock clock;

    ClockService(Tenancy tenancy, TenantClock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    record State(Instant now, boolean sandbox, Duration ahead) {}

    Uni<State> current(Caller caller) {
        return tenancy.query(caller, READ, Tuple.tuple()).map(this::state);
    }

    Uni<State> move(Caller caller, @Nullable Instant to) {
        Instant wanted = Checks.present("to", to);
        return tenancy.sql(
                        caller,
                        connection -> connection
                                .query(HOLD)
                                .execute()
                                .map(this::state)
                                .map(before -> ahead(before, wanted))
                                .chain(ahead -> connection.preparedQuery(MOVE).execute(Tuple.of(ahead.toSeconds()))))
                // Whoever has moved it finds it moved; other nodes hear of it.
                .chain(clock::read)
                .chain(() -> current(caller));
    }

    /** Makes the caller's company a sandbox. For the operator only. */
    public Uni<Void> makeSandbox(Caller caller) {
        return tenancy.sql(caller, connection -> connection.query(SANDBOX).execute())
                .invoke(changed -> {
                    if (changed.rowCount() == 0) {
                        throw Problem.notFound();
                    }
                })
                .replaceWithVoid();
    }

    private Duration ahead(State before, Instant to) {
        if (!before.sandbox()) {
            throw Problem.conflict(
                    ProblemType.NOT_A_SANDBOX, "the clock of a company that is at work can not be moved");
        }
        Instant real = clock.real().instant();
        Instant latest = real.atZone(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        if (to.isBefore(before.now()) || to.isAfter(latest)) {
            throw Problem.invalid("to", "must be later than it is there, by " + YEARS + " years at most", "range");
        }
        // Not a moment before the instant that was asked for.
        return Duration.between(real, to).plusSeconds(1).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    private State state(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        Duration ahead = Duration.ofSeconds(row.getLong("clock_ahead_seconds"));
        return new State(clock.real().instant().plus(ahead), row.getBoolean("sandbox"), ahead);
    }
}
