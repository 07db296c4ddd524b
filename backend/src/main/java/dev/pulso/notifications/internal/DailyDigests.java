package dev.pulso.notifications.internal;

import dev.pulso.edge.security.AccessGate;
import dev.pulso.store.data.Rows;
import dev.pulso.store.queue.Reaction;
import dev.pulso.store.queue.Work;
import dev.pulso.store.queue.WorkQueue;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * What has come in a day in one mail. The first that is to be mailed puts the work off until the hour that the person has chosen; whoever
 * finds nothing to mail, as of two works the second, sends nothing. Who comes too early, as the hour was changed, comes again.
 */
@ApplicationScoped
class DailyDigests implements Reaction<List<NotificationData>> {
    private static final String QUEUE = "notification-digests";

    private static final Rows<NotificationData> ROWS = Rows.of(NotificationData.class, "n");
    private static final String PENDING = "select " + ROWS.columns() + " from notifications n"
            + " where n.user_id = $1 and n.mail = 'daily' and n.mailed_at is null order by n.created_at, n.id limit 1000";
    private static final String EXPECTED = """
        select count(*) as waiting from (
            select from notifications where user_id = $1 and mail = 'daily' and mailed_at is null limit 2) few\
        """;
    private static final String MAILED =
            "update notifications set mailed_at = $2 where id = any($1) and mailed_at is null";

    private final Tenancy tenancy;
    private final WorkQueue queue;
    private final AccessGate gate;
    private final NotificationKinds kinds;
    private final SeenRecords records;
    private final Preferences preferences;
    private final NotificationMails mails;
    private final TenantDay days;
    private final TenantClock business;
    private final Clock clock;

    DailyDigests(
            Tenancy tenancy,
            WorkQueue queue,
            AccessGate gate,
            NotificationKinds kinds,
            SeenRecords records,
            Preferences preferences,
            NotificationMails mails,
            TenantDay days,
            TenantClock business,
            Clock clock) {
        this.tenancy = tenancy;
        this.queue = queue;
        this.gate = gate;
        this.kinds = kinds;
        this.records = records;
        this.preferences = preferences;
        this.mails = mails;
        this.days = days;
        this.business = business;
        this.clock = clock;
    }

    /** The first such hour after a moment. Where the clocks pass over it, what they pass to. */
    static Instant after(Instant moment, int hour, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        Instant today = day.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
        return today.isAfter(moment)
                ? today
                : day.plusDays(1).atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }

    /** One that was just written is to be in the next mail. In the open transaction. */
    Uni<Void> expect(Caller caller, UUID person, int hour) {
        return tenancy.query(caller, EXPECTED, Tuple.of(person)).chain(rows -> {
            // Another one has put the work off already.
            return rows.iterator().next().getLong("waiting") > 1
                    ? Uni.createFrom().voidItem()
                    : days.zone(caller).chain(zone -> putOff(caller, person, after(business.now(caller), hour, zone)));
        });
    }

    /** The hour was changed: what waits already is sent at the new one. In the open transaction. */
    Uni<Void> changed(Caller caller, UUID person, int hour) {
        return tenancy.query(caller, EXPECTED, Tuple.of(person))
                .chain(rows -> rows.iterator().next().getLong("waiting") == 0
                        ? Uni.createFrom().voidItem()
                        : days.zone(caller)
                                .chain(zone -> putOff(caller, person, after(business.now(caller), hour, zone))));
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public Read<List<NotificationData>> reads(Work work) {
        return new Read<>(PENDING, Tuple.of(work.ref()), rows -> ROWS.all(rows));
    }

    @Override
    public Uni<Void> react(Caller caller, Work work, List<NotificationData> pending) {
        if (pending.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID person = work.ref();
        // After whoever is writing one for this person: read before it, that one would have nobody who sends it.
        return tenancy.bookkeeping(
                        caller,
                        connection -> connection.preparedQuery(Notifier.IN_TURN).execute(Tuple.of(person.toString())))
                .chain(() -> tenancy.query(caller, PENDING, Tuple.of(person)))
                .map(ROWS::all)
                .chain(waiting -> waiting.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : preferences
                                .of(caller, person)
                                .chain(chosen -> days.zone(caller).chain(zone -> {
                                    Instant due = after(waiting.getFirst().createdAt(), chosen.digestHour(), zone);
                                    return due.isAfter(business.now(caller))
                                            ? putOff(caller, person, due)
                                            : send(caller, person, waiting).chain(() -> rest(caller, person));
                                })));
    }

    /** More than one mail holds: the next one at once. */
    private Uni<Void> rest(Caller caller, UUID person) {
        return tenancy.query(caller, EXPECTED, Tuple.of(person))
                .chain(rows -> rows.iterator().next().getLong("waiting") == 0
                        ? Uni.createFrom().voidItem()
                        : putOff(caller, person, business.now(caller)));
    }

    private Uni<Void> send(Caller caller, UUID id, List<NotificationData> pending) {
        UUID[] ids = pending.stream().map(NotificationData::id).toArray(UUID[]::new);
        return tenancy.bookkeeping(
                        caller,
                        connection -> connection
                                .preparedQuery(MAILED)
                                .execute(Tuple.of(ids, business.now(caller).atOffset(ZoneOffset.UTC))))
                .chain(() -> gate.standIn(caller.tenantId(), id))
                .chain(person -> {
                    List<NotificationData> fresh = person == null
                            ? List.of()
                            : pending.stream()
                                    .filter(one -> one.readAt() == null && kinds.mayHear(person, one.kind()))
                                    .toList();
                    if (person == null || fresh.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    return records.of(
                                    person,
                                    fresh.stream().map(NotificationData::record).toList())
                            .chain(seen -> {
                                List<NotificationData> told = fresh.stream()
                                        .filter(one -> seen.shows(one.record()))
                                        .toList();
                                return told.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : mails.digest(caller, person, told, seen);
                            });
                });
    }

    /** The queue knows no time but the real one. */
    private Uni<Void> putOff(Caller caller, UUID person, Instant due) {
        // Never a moment too early.
        Duration left = Duration.between(business.now(caller), due);
        Instant until = clock.instant().plus(left);
        return tenancy.bookkeeping(caller, connection -> queue.putOff(connection, caller, QUEUE, person, until));
    }
}
