package dev.pulso.notifications.internal;

import dev.pulso.edge.security.AccessGate;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Steps;
import dev.pulso.store.notification.NewNotification;
import dev.pulso.store.notification.NotificationMail;
import dev.pulso.store.notification.NotificationSource;
import dev.pulso.store.outbox.DomainEvent;
import dev.pulso.store.outbox.EventReaction;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what people are told, for all kinds: in the transaction that ends the event, for who may read the record, is not the one
 * who has done it, and wants to be told.
 */
@ApplicationScoped
class Notifier implements EventReaction {
    /** Held to the end, so that of one person moments are in the order in which they can be seen: "all until then" leaves out none. */
    static final String IN_TURN = "select pg_advisory_xact_lock(hashtextextended($1::text, 58))";

    private static final String WRITE = """
        insert into notifications (tenant_id, id, user_id, event_id, kind, record_kind, record_id, about_kind, about_id,
                                   caused_by_id, details, in_app, mail, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, app_now() + (clock_timestamp() - now()))
        on conflict (tenant_id, event_id, user_id) do nothing\
        """;

    private final Tenancy tenancy;
    private final AccessGate gate;
    private final NotificationKinds kinds;
    private final SeenRecords records;
    private final Preferences preferences;
    private final NotificationMails mails;
    private final DailyDigests digests;
    private final MeterRegistry registry;

    Notifier(
            Tenancy tenancy,
            AccessGate gate,
            NotificationKinds kinds,
            SeenRecords records,
            Preferences preferences,
            NotificationMails mails,
            DailyDigests digests,
            MeterRegistry registry) {
        this.tenancy = tenancy;
        this.gate = gate;
        this.kinds = kinds;
        this.records = records;
        this.preferences = preferences;
        this.mails = mails;
        this.digests = digests;
        this.registry = registry;
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public Set<String> types() {
        return kinds.types();
    }

    @Override
    public Uni<Void> react(Caller caller, DomainEvent event) {
        return Steps.inOrder(
                kinds.of(event.type()),
                source -> source.of(caller, event)
                        // In one order, for each waits for its turn.
                        .map(found -> found.stream()
                                .filter(one ->
                                        source.tellsWhoDidIt() || !one.userId().equals(event.actorId()))
                                .sorted(Comparator.comparing(one -> one.userId().toString()))
                                .toList())
                        .chain((List<NewNotification> found) ->
                                Steps.inOrder(found, one -> tell(caller, event, source, one))));
    }

    private Uni<Void> tell(Caller caller, DomainEvent event, NotificationSource source, NewNotification one) {
        return gate.standIn(caller.tenantId(), one.userId()).chain(person -> {
            if (person == null || !NotificationKinds.mayHear(person, source)) {
                return Uni.createFrom().voidItem();
            }
            return records.of(person, Arrays.asList(one.record(), one.about())).chain(seen -> {
                if (!seen.shows(one.record())) {
                    return Uni.createFrom().voidItem();
                }
                return preferences.of(caller, one.userId()).chain(chosen -> {
                    Preferences.Choice choice = chosen.of(source.kind());
                    return choice.tellsNothing()
                            ? Uni.createFrom().voidItem()
                            : write(caller, event, source, one, choice, chosen.digestHour(), person);
                });
            });
        });
    }

    private Uni<Void> write(
            Caller caller,
            DomainEvent event,
            NotificationSource source,
            NewNotification one,
            Preferences.Choice choice,
            int digestHour,
            Caller person) {
        UUID id = Ids.next();
        @Nullable UUID causedBy = Caller.isApiKey(event.actor()) ? null : event.actorId();
        Tuple row = Tuple.tuple()
                .addUUID(caller.tenantId())
                .addUUID(id)
                .addUUID(one.userId())
                .addUUID(event.id())
                .addString(source.kind())
                .addString(one.record() == null ? null : one.record().kind())
                .addUUID(one.record() == null ? null : one.record().id())
                .addString(one.about() == null ? null : one.about().kind())
                .addUUID(one.about() == null ? null : one.about().id())
                .addUUID(causedBy)
                .addString(one.details().encode())
                .addBoolean(choice.inApp())
                .addString(choice.mail().code());
        return tenancy.bookkeeping(
                        caller,
                        connection -> connection
                                .preparedQuery(IN_TURN)
                                .execute(Tuple.of(one.userId().toString()))
                                .chain(() -> connection.preparedQuery(WRITE).execute(row)))
                .chain(written -> {
                    if (written.rowCount() == 0) {
                        return Uni.createFrom().voidItem();
                    }
                    registry.counter("notifications", "kind", source.kind()).increment();
                    if (choice.mail() == NotificationMail.AT_ONCE) {
                        return mails.one(caller, person, id, source.kind(), one, causedBy);
                    }
                    return choice.mail() == NotificationMail.DAILY
                            ? digests.expect(caller, one.userId(), digestHour)
                            : Uni.createFrom().voidItem();
                });
    }
}
