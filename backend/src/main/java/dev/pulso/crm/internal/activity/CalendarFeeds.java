package dev.pulso.crm.internal.activity;

import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.Rows;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of a person for programs that know no login: a secret address, of which the hash is kept. Whoever reads it gets what the
 * person would see just then, and nothing once the person has no rights any more (docs/adr/0064-agenda-and-feed.md).
 */
@ApplicationScoped
class CalendarFeeds {
    private static final String PERMISSION = "crm.activities:read";
    private static final String ENDING = ".ics";
    private static final Duration BEHIND = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(366);
    /** How long something is that says no duration: as the agenda draws it. */
    private static final int USUAL_MINUTES = 30;

    private static final int MOST = 2_000;

    private static final String STATE = "select f.created_at, f.last_used_at from calendar_feeds f where f.id = $1";
    /** The former address is worth nothing from here on. */
    private static final String RENEW = """
        insert into calendar_feeds (tenant_id, id, token_hash, created_at, updated_at) values ($1, $2, $3, $4, $4)
        on conflict (tenant_id, id) do update
        set token_hash = excluded.token_hash, created_at = excluded.created_at, updated_at = excluded.updated_at,
            last_used_at = null\
        """;

    private static final String END = "delete from calendar_feeds where id = $1";
    private static final String KEPT = "select f.token_hash from calendar_feeds f where f.id = $1";
    private static final String USED = """
        update calendar_feeds set last_used_at = $2
        where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 hour')\
        """;

    private static final Rows<Entry> ENTRIES = Rows.of(Entry.class, "a");
    private static final String DUE = "select " + ENTRIES.columns() + " from activities a"
            + " where a.owner_id = $1 and a.due_key >= $2 and a.due_key < $3 order by a.due_key, a.id limit " + MOST;

    private final Tenancy tenancy;
    private final AccessGate gate;
    private final TenantClock clock;
    private final String url;

    CalendarFeeds(Tenancy tenancy, AccessGate gate, TenantClock clock, @ConfigProperty(name = "pulso.url") String url) {
        this.tenancy = tenancy;
        this.gate = gate;
        this.clock = clock;
        this.url = url;
    }

    /** Whether a person has an address, since when, and when somebody last read it. */
    record State(@Nullable Instant createdAt, @Nullable Instant lastUsedAt) {
        static final State NONE = new State(null, null);
    }

    /** A new address, told this once. */
    record Made(String url, Instant createdAt) {}

    @RegisterForReflection
    record Entry(
            UUID id,
            ActivityType type,
            String subject,
            @Nullable String description,
            @Nullable LocalDate dueOn,
            @Nullable Instant dueAt,
            @Nullable Integer durationMinutes,
            @Nullable Integer reminderMinutes,
            @Nullable Instant completedAt,
            Instant createdAt,
            Instant updatedAt,
            int version) {}

    Uni<State> state(Caller caller) {
        return tenancy.query(caller, STATE, Tuple.of(person(caller))).map(rows -> {
            for (Row row : rows) {
                OffsetDateTime used = row.getOffsetDateTime("last_used_at");
                return new State(
                        row.getOffsetDateTime("created_at").toInstant(), used == null ? null : used.toInstant());
            }
            return State.NONE;
        });
    }

    Uni<Made> renew(Caller caller) {
        OpaqueToken token = OpaqueToken.next(caller.tenantId(), person(caller));
        Instant now = clock.now(caller);
        return tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery(RENEW)
                                .execute(Tuple.of(
                                        token.tenantId(),
                                        token.rowId(),
                                        Buffer.buffer(token.hash()),
                                        now.atOffset(ZoneOffset.UTC))))
                .replaceWith(() -> new Made(url + "/api/crm/calendar-feed/" + token.encode() + ENDING, now));
    }

    Uni<Void> end(Caller caller) {
        return tenancy.sql(caller, connection -> connection.preparedQuery(END).execute(Tuple.of(person(caller))))
                .replaceWithVoid();
    }

    /** The calendar, or 404: who guesses is not told whether there was one. */
    Uni<String> read(String address, @Nullable String requestId) {
        OpaqueToken token = OpaqueToken.parse(
                        address.endsWith(ENDING) ? address.substring(0, address.length() - ENDING.length()) : address)
                .orElseThrow(Problem::notFound);
        Caller looking = Caller.system(token.tenantId(), "calendar-feed", requestId);
        return tenancy.query(looking, KEPT, Tuple.of(token.rowId())).chain(rows -> {
            for (Row row : rows) {
                if (token.matches(row.get(Buffer.class, "token_hash").getBytes())) {
                    return of(token, looking);
                }
            }
            throw Problem.notFound();
        });
    }

    private Uni<String> of(OpaqueToken token, Caller looking) {
        return gate.standIn(token.tenantId(), token.rowId()).chain(person -> {
            if (person == null || !person.may(PERMISSION)) {
                throw Problem.notFound();
            }
            OffsetDateTime now = clock.now(person).atOffset(ZoneOffset.UTC);
            return tenancy.query(person, DUE, Tuple.of(person.userId(), now.minus(BEHIND), now.plus(AHEAD)))
                    .map(rows -> written(ENTRIES.all(rows)))
                    .call(() -> tenancy.bookkeeping(
                            looking,
                            connection -> connection.preparedQuery(USED).execute(Tuple.of(token.rowId(), now))));
        });
    }

    private String written(List<Entry> entries) {
        CalendarFile file = new CalendarFile()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Pulso//Agenda//PT")
                .line("CALSCALE", "GREGORIAN")
                .line("METHOD", "PUBLISH")
                .line("X-WR-CALNAME", "Pulso")
                .line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
                .line("X-PUBLISHED-TTL", "PT1H");
        entries.forEach(entry -> write(file, entry));
        return file.line("END", "VCALENDAR").toString();
    }

    /** An event, not a to-do: those are what calendars that subscribe to others show. */
    private void write(CalendarFile file, Entry entry) {
        file.line("BEGIN", "VEVENT")
                .line("UID", entry.id() + "@activities.pulso")
                // Of the record, not of the reading: the same state is the same file.
                .time("DTSTAMP", entry.updatedAt())
                .time("CREATED", entry.createdAt())
                .time("LAST-MODIFIED", entry.updatedAt())
                .line("SEQUENCE", Integer.toString(entry.version()));
        Instant at = entry.dueAt();
        if (at == null) {
            LocalDate day = Objects.requireNonNull(entry.dueOn(), "only what is due is asked for");
            file.day("DTSTART", day).day("DTEND", day.plusDays(1));
        } else {
            int minutes = entry.durationMinutes() == null ? USUAL_MINUTES : entry.durationMinutes();
            file.time("DTSTART", at).time("DTEND", at.plus(Duration.ofMinutes(minutes)));
        }
        boolean takesTime = at != null && (entry.type() == ActivityType.MEETING || entry.type() == ActivityType.CALL);
        file.text("SUMMARY", (entry.completedAt() == null ? "" : "✓ ") + entry.subject())
                .text("DESCRIPTION", entry.description())
                .line("URL", url + "/activities?id=" + entry.id())
                .line("CATEGORIES", entry.type().code().toUpperCase(java.util.Locale.ROOT))
                .line("TRANSP", takesTime ? "OPAQUE" : "TRANSPARENT")
                .line("STATUS", "CONFIRMED");
        if (entry.reminderMinutes() != null && at != null && entry.completedAt() == null) {
            file.line("BEGIN", "VALARM")
                    .line("ACTION", "DISPLAY")
                    .text("DESCRIPTION", entry.subject())
                    .line("TRIGGER", "-PT" + entry.reminderMinutes() + "M")
                    .line("END", "VALARM");
        }
        file.line("END", "VEVENT");
    }

    private static UUID person(Caller caller) {
        return Objects.requireNonNull(caller.userId(), "the contract lets in people alone");
    }
}
