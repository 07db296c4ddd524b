package dev.pulso.crm.internal.activity;

import dev.pulso.crm.ActivityReminded;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.queue.Reaction;
import dev.pulso.store.queue.Work;
import dev.pulso.store.queue.WorkQueue;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Reminds of what is to be done. Work is put off until the time has come; what was moved meanwhile has put off another one, so who finds
 * that it is not the time does nothing, and of one time nobody is reminded twice.
 */
@ApplicationScoped
class ActivityReminders implements Reaction<Optional<ActivityReminders.Due>> {
    private static final String QUEUE = "activity-reminders";
    private static final Duration MOMENT = Duration.ofMinutes(1);
    private static final String DUE = """
        select a.type, a.due_at, a.due_at - make_interval(mins => a.reminder_minutes) as remind_at, a.owner_id
        from activities a
        where a.id = $1 and a.completed_at is null and a.owner_id is not null and a.due_at is not null
          and a.reminder_minutes is not null
          and a.reminded_for is distinct from a.due_at - make_interval(mins => a.reminder_minutes)\
        """;
    private static final String REMINDED =
            "update activities set reminded_for = $2 where id = $1 and reminded_for is distinct from $2";

    private final Tenancy tenancy;
    private final WorkQueue queue;
    private final Outbox outbox;
    private final TenantClock business;
    private final Clock clock;

    ActivityReminders(Tenancy tenancy, WorkQueue queue, Outbox outbox, TenantClock business, Clock clock) {
        this.tenancy = tenancy;
        this.queue = queue;
        this.outbox = outbox;
        this.business = business;
        this.clock = clock;
    }

    record Due(String type, OffsetDateTime dueAt, OffsetDateTime remindAt, UUID ownerId) {}

    /** In the open transaction. Of what is over nobody is reminded. */
    Uni<Void> of(Caller caller, Activity activity) {
        Instant at = activity.remindAt();
        Instant dueAt = activity.dueAt();
        Instant now = business.now(caller);
        if (at == null || dueAt == null || !dueAt.isAfter(now)) {
            return Uni.createFrom().voidItem();
        }
        // The queue knows no time but the real one.
        Duration left = Duration.between(now, at);
        Instant until = clock.instant().plus(left.isNegative() ? Duration.ZERO : left);
        return tenancy.sql(caller, connection -> queue.putOff(connection, caller, QUEUE, activity.id(), until));
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public Read<Optional<Due>> reads(Work work) {
        return new Read<>(DUE, Tuple.of(work.ref()), ActivityReminders::read);
    }

    @Override
    public Uni<Void> react(Caller caller, Work work, Optional<Due> read) {
        Due due = read.orElse(null);
        if (due == null) {
            return Uni.createFrom().voidItem();
        }
        Duration left = Duration.between(business.now(caller), due.remindAt().toInstant());
        if (left.isPositive()) {
            // Taken by the clock of the database, which is a moment before that of the node; one that was moved has put
            // off its own.
            return left.compareTo(MOMENT) > 0
                    ? Uni.createFrom().voidItem()
                    : tenancy.sql(
                            caller,
                            connection -> queue.putOff(
                                    connection,
                                    caller,
                                    QUEUE,
                                    work.ref(),
                                    clock.instant().plus(left)));
        }
        return tenancy.sql(
                        caller,
                        connection -> connection.preparedQuery(REMINDED).execute(Tuple.of(work.ref(), due.remindAt())))
                // Of two works for one activity the first one reminds.
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : outbox.publish(
                                caller,
                                ActivityReminded.TYPE,
                                work.ref(),
                                new ActivityReminded(
                                        work.ref(), due.type(), due.dueAt().toInstant(), due.ownerId())));
    }

    private static Optional<Due> read(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new Due(
                    row.getString("type"),
                    row.getOffsetDateTime("due_at"),
                    row.getOffsetDateTime("remind_at"),
                    row.getUUID("owner_id")));
        }
        return Optional.empty();
    }
}
