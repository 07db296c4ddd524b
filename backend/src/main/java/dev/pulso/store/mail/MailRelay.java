package dev.pulso.store.mail;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.Steps;
import dev.pulso.store.secrets.Secrets;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits. As with the outbox a batch is leased, not locked: no transaction is open while a mail server takes
 * its time, and a node that dies leaves its lease to run out. A mail may thus arrive twice, with the same Message-ID.
 */
@ApplicationScoped
class MailRelay {
    private static final Logger LOG = Logger.getLogger(MailRelay.class);
    private static final int BATCH = 20;
    /** About a day with the pauses below. */
    private static final int ATTEMPTS = 30;

    private static final String LEASE = """
            update mail_queue q set attempts = q.attempts + 1, next_attempt_at = now() + interval '10 minutes'
            where q.ctid = any(array(
                select due.ctid from mail_queue due where due.next_attempt_at <= now()
                order by due.next_attempt_at limit $1 for update skip locked
            ))
            returning q.tenant_id, q.mail_id, q.attempts""";
    private static final String READ = "select recipient, template, locale, content from mails where id = $1";
    private static final String SENT = """
            with done as (delete from mail_queue where tenant_id = $2 and mail_id = $1)
            update mails set status = 'sent', content = null, sent_at = now(), error = null where id = $1""";
    private static final String AGAIN = """
            with later as (
                update mail_queue set next_attempt_at = now() + least(power(2, attempts), 3600) * interval '1 second'
                where tenant_id = $2 and mail_id = $1
            )
            update mails set error = $3 where id = $1""";
    private static final String GIVEN_UP = """
            with done as (delete from mail_queue where tenant_id = $2 and mail_id = $1)
            update mails set status = 'failed', content = null, error = $3 where id = $1""";

    private record Leased(UUID tenantId, UUID id, int attempts) {}

    private record Waiting(String to, String template, String locale, byte[] content) {}

    private final Tenancy tenancy;
    private final Secrets secrets;
    private final MailTexts texts;
    private final MailDelivery delivery;
    private final ObjectMapper json;

    MailRelay(Tenancy tenancy, Secrets secrets, MailTexts texts, MailDelivery delivery, ObjectMapper json) {
        this.tenancy = tenancy;
        this.secrets = secrets;
        this.texts = texts;
        this.delivery = delivery;
        this.json = json;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "mail-relay")
    Uni<Void> relay() {
        return tenancy.withoutTenant(
                        connection -> connection.preparedQuery(LEASE).execute(Tuple.of(BATCH)))
                .map(rows -> {
                    List<Leased> leased = new ArrayList<>();
                    rows.forEach(row -> leased.add(new Leased(row.getUUID(0), row.getUUID(1), row.getInteger(2))));
                    return leased;
                })
                .chain(leased -> Steps.inOrder(leased, this::send))
                .onFailure()
                .invoke(failure -> LOG.warn("mails could not be sent; they will be tried again", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> send(Leased mail) {
        Caller caller = Caller.system(mail.tenantId(), "mail", null);
        return tenancy.query(caller, READ, Tuple.of(mail.id()))
                .map(rows -> rows.size() == 0 ? null : waiting(rows.iterator().next()))
                .chain(waiting -> waiting == null
                        ? Uni.createFrom().voidItem()
                        : delivery.deliver(mail.id().toString(), waiting.to(), render(mail, waiting)))
                .chain(() -> execute(caller, SENT, Tuple.of(mail.id(), mail.tenantId())))
                .onFailure()
                .recoverWithUni(failure -> failed(caller, mail, failure));
    }

    private Uni<Void> failed(Caller caller, Leased mail, Throwable failure) {
        LOG.warnf(failure, "mail %s was not sent (attempt %d)", mail.id(), mail.attempts());
        String why = String.valueOf(failure.getMessage());
        return execute(
                caller,
                mail.attempts() >= ATTEMPTS ? GIVEN_UP : AGAIN,
                Tuple.of(mail.id(), mail.tenantId(), why.substring(0, Math.min(500, why.length()))));
    }

    private MailTexts.Texts render(Leased mail, Waiting waiting) {
        try {
            Map<String, String> values = json.readValue(
                    secrets.open(mail.tenantId(), Mails.SEALED_AS, waiting.content()), new TypeReference<>() {});
            return texts.render(waiting.template(), waiting.locale(), values);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    private Uni<Void> execute(Caller caller, String sql, Tuple values) {
        return tenancy.sql(
                caller,
                connection -> connection.preparedQuery(sql).execute(values).replaceWithVoid());
    }

    /** Null for a mail that a node has sent whose lease ran out meanwhile. */
    private static @Nullable Waiting waiting(Row row) {
        var content = row.getBuffer("content");
        return content == null
                ? null
                : new Waiting(
                        row.getString("recipient"),
                        row.getString("template"),
                        row.getString("locale"),
                        content.getBytes());
    }
}
