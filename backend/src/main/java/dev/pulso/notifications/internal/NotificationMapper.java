package dev.pulso.notifications.internal;

import dev.pulso.api.model.ListKind;
import dev.pulso.api.model.Notification;
import dev.pulso.api.model.NotificationChoice;
import dev.pulso.api.model.NotificationDetails;
import dev.pulso.api.model.NotificationKind;
import dev.pulso.api.model.NotificationPerson;
import dev.pulso.api.model.NotificationPreferences;
import dev.pulso.api.model.NotificationRecord;
import dev.pulso.api.model.NotificationRecordType;
import dev.pulso.api.model.NotificationStatus;
import dev.pulso.api.model.UnreadCount;
import dev.pulso.kernel.Records;
import dev.pulso.store.notification.NewNotification.Ref;
import dev.pulso.store.notification.NotificationMail;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notifications at the edge of the API. */
final class NotificationMapper {
    static final NotificationMapper NOTIFICATIONS = new NotificationMapper();

    private NotificationMapper() {}

    Notification toApi(NotificationService.Told told) {
        NotificationData one = told.notification();
        return new Notification()
                .id(one.id())
                .kind(Records.constant(NotificationKind.class, one.kind()))
                .status(one.readAt() == null ? NotificationStatus.UNREAD : NotificationStatus.READ)
                .record(toApi(one.record(), told.seen()))
                .about(told.seen().shows(one.about()) ? toApi(one.about(), told.seen()) : null)
                .causedBy(person(one.causedBy(), told.seen()))
                .details(toApi(one.facts()))
                .createdAt(one.createdAt())
                .readAt(one.readAt());
    }

    private static @Nullable NotificationPerson person(@Nullable Ref person, SeenRecords.Seen seen) {
        String name = person == null ? null : seen.name(person);
        return person == null || name == null
                ? null
                : new NotificationPerson().id(person.id()).name(name);
    }

    private static @Nullable NotificationRecord toApi(@Nullable Ref record, SeenRecords.Seen seen) {
        return record == null
                ? null
                : new NotificationRecord()
                        .type(type(record.kind()))
                        .id(record.id())
                        .name(seen.name(record));
    }

    /** Tables are called by the plural of what a record is. */
    private static NotificationRecordType type(String kind) {
        return Records.constant(
                NotificationRecordType.class,
                kind.endsWith("ies")
                        ? kind.substring(0, kind.length() - 3) + "y"
                        : kind.substring(0, kind.length() - 1));
    }

    private static NotificationDetails toApi(JsonObject facts) {
        String list = facts.getString("list_kind");
        String dueAt = facts.getString("due_at");
        String dueOn = facts.getString("due_on");
        return new NotificationDetails()
                .listKind(list == null ? null : Records.constant(ListKind.class, list))
                .recordCount(facts.getLong("record_count"))
                .refusedCount(facts.getLong("refused_count"))
                .status(facts.getString("status"))
                .dueAt(dueAt == null ? null : Instant.parse(dueAt))
                .score(facts.getInteger("score"))
                .threshold(facts.getInteger("threshold"))
                .amountCents(facts.getLong("amount_cents"))
                .currency(facts.getString("currency"))
                .dueOn(dueOn == null ? null : LocalDate.parse(dueOn));
    }

    UnreadCount toApi(NotificationService.Unread unread) {
        return new UnreadCount().unreadCount(unread.count()).more(unread.more());
    }

    NotificationPreferences toApi(Preferences.Chosen chosen) {
        return new NotificationPreferences()
                .digestHour(chosen.digestHour())
                .choices(chosen.choices().stream()
                        .map(choice -> new NotificationChoice()
                                .kind(Records.constant(NotificationKind.class, choice.kind()))
                                .inApp(choice.inApp())
                                .mail(dev.pulso.api.model.NotificationMail.valueOf(
                                        choice.mail().name())))
                        .toList())
                .version(chosen.version());
    }

    List<Preferences.Choice> toChoices(List<NotificationChoice> choices) {
        return choices.stream()
                .map(choice -> new Preferences.Choice(
                        choice.getKind().value(),
                        choice.getInApp(),
                        NotificationMail.valueOf(choice.getMail().name())))
                .toList();
    }
}
