package dev.pulso.notifications.internal;

import dev.pulso.kernel.Texts;
import dev.pulso.store.mail.MailMessage;
import dev.pulso.store.mail.Mails;
import dev.pulso.store.notification.NewNotification;
import dev.pulso.store.notification.NewNotification.Ref;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Notifications as mails, in the language of who gets them; each joins the open transaction. */
@ApplicationScoped
class NotificationMails {
    /** In the language of the person, else that of the company. */
    private static final String ADDRESS = """
        select u.name, u.email, coalesce(u.locale, t.locale) as locale, t.name as company
        from user_addresses u join tenants t on t.id = u.tenant_id where u.id = $1\
        """;

    private static final Pattern WORD = Pattern.compile("\\{([a-z_]+)}");
    /** So many lines are read; of more it is said that there are. */
    private static final int LINES = 50;

    private final Tenancy tenancy;
    private final Mails mails;
    private final NotificationKinds kinds;
    private final SeenRecords records;
    private final String url;

    NotificationMails(
            Tenancy tenancy,
            Mails mails,
            NotificationKinds kinds,
            SeenRecords records,
            @ConfigProperty(name = "pulso.url") String url) {
        this.tenancy = tenancy;
        this.mails = mails;
        this.kinds = kinds;
        this.records = records;
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private record Addressee(String name, String email, String locale, String company) {}

    /** One by itself. */
    Uni<Void> one(Caller caller, Caller person, UUID id, String kind, NewNotification told, @Nullable UUID causedBy) {
        return records.of(person, Arrays.asList(told.record(), told.about()))
                .chain(seen -> records.people(person, Stream.of(causedBy).filter(Objects::nonNull))
                        .chain(people -> addressee(caller, person).chain(to -> {
                            if (to == null) {
                                return Uni.createFrom().voidItem();
                            }
                            String sentence = sentence(
                                    to.locale(), kind, told.record(), seen, people.get(causedBy), told.details());
                            Ref target =
                                    told.about() != null && seen.shows(told.about()) ? told.about() : told.record();
                            return send(
                                    caller,
                                    to,
                                    "notification:" + id,
                                    "notification",
                                    Map.of("sentence", sentence, "link", url + Places.of(target)));
                        })));
    }

    /** Many in one; those that the person may read and has not read. */
    Uni<Void> digest(Caller caller, Caller person, List<NotificationData> all, SeenRecords.Seen seen) {
        return records.people(person, all.stream().map(NotificationData::causedById))
                .chain(people -> addressee(caller, person).chain(to -> {
                    if (to == null) {
                        return Uni.createFrom().voidItem();
                    }
                    String lines = String.join(
                            "\n",
                            all.stream()
                                    .limit(LINES)
                                    .map(one -> "• "
                                            + sentence(
                                                    to.locale(),
                                                    one.kind(),
                                                    one.record(),
                                                    seen,
                                                    one.causedById() == null ? null : people.get(one.causedById()),
                                                    one.facts()))
                                    .toList());
                    return send(
                            caller,
                            to,
                            "digest:" + all.getFirst().id(),
                            "notification-digest",
                            Map.of(
                                    "count",
                                    Integer.toString(all.size()),
                                    "many",
                                    all.size() > 1 ? "true" : "",
                                    "lines",
                                    lines,
                                    "more",
                                    all.size() > LINES ? Integer.toString(all.size() - LINES) : "",
                                    "link",
                                    url + "/"));
                }));
    }

    private Uni<Void> send(Caller caller, Addressee to, String key, String template, Map<String, String> own) {
        Map<String, String> values = new HashMap<>(own);
        values.put("name", to.name());
        values.put("company", to.company());
        values.put("settings", url + "/settings/profile#notifications");
        // Nobody sits and waits for it.
        return mails.sendInBulk(caller, new MailMessage(key, to.email(), template, to.locale(), values));
    }

    private Uni<@Nullable Addressee> addressee(Caller caller, Caller person) {
        return tenancy.query(caller, ADDRESS, Tuple.of(person.userId())).map(rows -> {
            for (Row row : rows) {
                return new Addressee(
                        Texts.withoutAddresses(row.getString("name")),
                        row.getString("email"),
                        row.getString("locale"),
                        Texts.withoutAddresses(row.getString("company")));
            }
            return null;
        });
    }

    private String sentence(
            String locale,
            String kind,
            @Nullable Ref record,
            SeenRecords.Seen seen,
            @Nullable String actor,
            JsonObject details) {
        Map<String, String> words = new HashMap<>();
        details.forEach(fact -> words.put(fact.getKey(), String.valueOf(fact.getValue())));
        words.put("actor", actor == null ? "Pulso" : Texts.withoutAddresses(actor));
        String named = record == null ? null : seen.name(record);
        if (named != null) {
            words.put("record", "“" + Texts.withoutAddresses(named) + "”");
        }
        List<String> sentences = kinds.sentences(kind, locale);
        return sentences.stream()
                .filter(sentence -> WORD.matcher(sentence).results().allMatch(word -> words.containsKey(word.group(1))))
                .findFirst()
                .map(sentence ->
                        WORD.matcher(sentence).replaceAll(word -> Matcher.quoteReplacement(words.get(word.group(1)))))
                .orElseGet(sentences::getFirst);
    }
}
