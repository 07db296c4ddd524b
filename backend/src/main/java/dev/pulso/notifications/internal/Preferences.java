package dev.pulso.notifications.internal;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Records;
import dev.pulso.store.notification.NotificationMail;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What people want to be told of. */
@ApplicationScoped
class Preferences {
    private static final int USUAL_HOUR = 8;
    private static final String READ =
            "select digest_hour, choices, version from notification_preferences where id = $1";
    private static final String WRITE = """
        insert into notification_preferences as p (tenant_id, id, digest_hour, choices, version)
        values (current_setting('app.tenant_id')::uuid, $1, $2, $3, 1)
        on conflict (tenant_id, id) do update
        set digest_hour = excluded.digest_hour, choices = excluded.choices, version = p.version + 1 where p.version = $4
        returning digest_hour, choices, version\
        """;

    private final Tenancy tenancy;
    private final NotificationKinds kinds;

    Preferences(Tenancy tenancy, NotificationKinds kinds) {
        this.tenancy = tenancy;
        this.kinds = kinds;
    }

    /** How somebody is told of a kind. */
    record Choice(String kind, boolean inApp, NotificationMail mail) {
        boolean tellsNothing() {
            return !inApp && mail == NotificationMail.NONE;
        }
    }

    /** @param choices of every kind there is */
    record Chosen(int digestHour, List<Choice> choices, int version) {
        Choice of(String kind) {
            return choices.stream()
                    .filter(choice -> choice.kind().equals(kind))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Uni<Chosen> of(Caller caller, UUID person) {
        return tenancy.query(caller, READ, Tuple.of(person)).map(this::chosen);
    }

    Uni<Chosen> replace(Caller caller, ExpectedVersion expected, int digestHour, List<Choice> given) {
        UUID person = Objects.requireNonNull(caller.userId(), "the contract lets in people alone");
        Set<String> named = new HashSet<>();
        JsonArray choices = new JsonArray();
        for (int i = 0; i < given.size(); i++) {
            Choice choice = given.get(i);
            if (!named.add(choice.kind())) {
                throw Problem.invalid("choices[" + i + "].kind", "stands twice", "duplicate");
            }
            choices.add(new JsonObject()
                    .put("kind", choice.kind())
                    .put("in_app", choice.inApp())
                    .put("mail", choice.mail().code()));
        }
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(READ)
                        .execute(Tuple.of(person))
                        .chain(rows -> {
                            int present = chosen(rows).version();
                            expected.check(present);
                            return connection
                                    .preparedQuery(WRITE)
                                    .execute(Tuple.of(person, digestHour, choices.encode(), present))
                                    // Whoever was faster has committed by now, so each next statement sees it.
                                    .chain(written -> written.rowCount() > 0
                                            ? Uni.createFrom().item(chosen(written))
                                            : connection
                                                    .preparedQuery(READ)
                                                    .execute(Tuple.of(person))
                                                    .map(faster -> {
                                                        throw Problem.preconditionFailed(
                                                                chosen(faster).version());
                                                    }));
                        }));
    }

    /** A kind that was not chosen, as it came later, is as usual. */
    private Chosen chosen(RowSet<Row> rows) {
        int hour = USUAL_HOUR;
        int version = 0;
        Map<String, Choice> choices = new LinkedHashMap<>();
        kinds.kinds().forEach(kind -> choices.put(kind, new Choice(kind, true, kinds.usualMail(kind))));
        for (Row row : rows) {
            hour = row.getInteger("digest_hour");
            version = row.getInteger("version");
            new JsonArray(row.getString("choices"))
                    .stream().map(JsonObject.class::cast).forEach(choice -> {
                        String kind = choice.getString("kind");
                        choices.computeIfPresent(
                                kind,
                                (known, usual) -> new Choice(
                                        kind,
                                        choice.getBoolean("in_app"),
                                        Records.constant(NotificationMail.class, choice.getString("mail"))));
                    });
        }
        return new Chosen(hour, new ArrayList<>(choices.values()), version);
    }
}
