package dev.pulso.notifications.internal;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The use cases of who was told. What it may not read any more does not exist for it. */
@ApplicationScoped
class NotificationService {
    /** The bell counts up to one less. */
    private static final int MOST = 100;

    private final Tenancy tenancy;
    private final NotificationQueries queries;
    private final NotificationKinds kinds;
    private final SeenRecords records;
    private final Preferences preferences;
    private final DailyDigests digests;

    NotificationService(
            Tenancy tenancy,
            NotificationQueries queries,
            NotificationKinds kinds,
            SeenRecords records,
            Preferences preferences,
            DailyDigests digests) {
        this.tenancy = tenancy;
        this.queries = queries;
        this.kinds = kinds;
        this.records = records;
        this.preferences = preferences;
        this.digests = digests;
    }

    /** A notification and what the records that it names are called. */
    record Told(NotificationData notification, SeenRecords.Seen seen) {}

    /** @param more whether there are more than are counted */
    record Unread(int count, boolean more) {}

    Uni<Page<Told>> list(Caller caller, PageRequest page) {
        List<String> heard = kinds.kinds().stream()
                .filter(kind -> kinds.mayHear(caller, kind))
                .toList();
        return queries.list(caller, page, heard)
                .chain(found -> shown(caller, found.data()).map(told -> new Page<>(told, found.nextCursor())));
    }

    Uni<Unread> unread(Caller caller) {
        return queries.unread(caller, MOST)
                .chain(found -> shown(caller, found)
                        // Of those that were looked at: who lost sight of many is not counted for to the end.
                        .map(told -> new Unread(Math.min(told.size(), MOST - 1), told.size() == MOST)));
    }

    Uni<Told> read(Caller caller, UUID id) {
        return tenancy.sql(
                caller,
                connection ->
                        get(caller, id).chain(found -> queries.read(caller, id)).chain(() -> get(caller, id)));
    }

    Uni<Told> unreadAgain(Caller caller, UUID id) {
        return tenancy.sql(
                caller,
                connection -> get(caller, id)
                        .chain(found -> queries.unreadAgain(caller, id))
                        .chain(() -> get(caller, id)));
    }

    Uni<Unread> readAll(Caller caller, Instant until) {
        return queries.readAll(caller, until).chain(() -> unread(caller));
    }

    Uni<Preferences.Chosen> preferences(Caller caller) {
        return preferences.of(caller, Objects.requireNonNull(caller.userId()));
    }

    Uni<Preferences.Chosen> choose(
            Caller caller, ExpectedVersion expected, int digestHour, List<Preferences.Choice> choices) {
        return tenancy.sql(
                caller,
                connection -> preferences
                        .replace(caller, expected, digestHour, choices)
                        .call(() -> digests.changed(caller, Objects.requireNonNull(caller.userId()), digestHour)));
    }

    private Uni<Told> get(Caller caller, UUID id) {
        return queries.get(caller, id)
                .chain(found -> shown(caller, List.of(found)).map(told -> {
                    if (told.isEmpty()) {
                        throw Problem.notFound();
                    }
                    return told.getFirst();
                }));
    }

    private Uni<List<Told>> shown(Caller caller, List<NotificationData> found) {
        return records.of(
                        caller,
                        found.stream()
                                .flatMap(one -> Stream.of(one.record(), one.about(), one.causedBy()))
                                .toList())
                .map(seen -> found.stream()
                        .filter(one -> kinds.mayHear(caller, one.kind()) && seen.shows(one.record()))
                        .map(one -> new Told(one, seen))
                        .toList());
    }
}
