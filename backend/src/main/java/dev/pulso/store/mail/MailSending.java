package dev.pulso.store.mail;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.Texts;
import dev.pulso.store.queue.Delivery;
import dev.pulso.store.queue.Work;
import dev.pulso.store.secrets.Secrets;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits. No transaction is open while a mail server takes its time. A mail may arrive twice, with the same
 * Message-ID; one tenant's thousands delay nobody else's.
 */
class MailSending implements Delivery {
    private static final String READ = "select recipient, template, locale, content from mails where id = $1";
    private static final String SENT =
            "update mails set status = 'sent', content = null, sent_at = now(), error = null where id = $1";
    private static final String FAILED = "update mails set status = $2, error = $3 where id = $1";
    private static final String AGAIN = "update mails set status = 'queued' where id = $1";
    private static final String GIVEN_UP = "update mails set status = 'failed', content = null where id = $1";

    private record Waiting(String to, String template, String locale, byte[] content) {}

    private final Tenancy tenancy;
    private final Secrets secrets;
    private final MailTexts texts;
    private final MailDelivery delivery;
    private final ObjectMapper json;
    private final String queue;
    private final int atOnce;

    /** @param atOnce how many it sends at once on a node */
    MailSending(
            String queue,
            int atOnce,
            Tenancy tenancy,
            Secrets secrets,
            MailTexts texts,
            MailDelivery delivery,
            ObjectMapper json) {
        this.queue = queue;
        this.atOnce = atOnce;
        this.tenancy = tenancy;
        this.secrets = secrets;
        this.texts = texts;
        this.delivery = delivery;
        this.json = json;
    }

    @Override
    public String queue() {
        return queue;
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    /** About a day with the pauses below. */
    @Override
    public int attempts() {
        return 30;
    }

    @Override
    public Duration pause(int failures) {
        return Duration.ofSeconds(Math.min(1L << Math.min(failures, 20), 3_600));
    }

    @Override
    public Uni<Void> deliver(Caller caller, Work work) {
        UUID mail = work.ref();
        return tenancy.query(caller, READ, Tuple.of(mail))
                .map(rows -> rows.size() == 0 ? null : waiting(rows.iterator().next()))
                .onItem()
                .ifNotNull()
                .transformToUni(
                        waiting -> delivery.deliver(mail.toString(), waiting.to(), render(work.tenantId(), waiting)));
    }

    @Override
    public Uni<Void> delivered(Caller caller, Work work) {
        return note(caller, SENT, Tuple.of(work.ref()));
    }

    @Override
    public Uni<Void> failed(Caller caller, Work work, Throwable failure, @Nullable Duration pause) {
        String why = String.valueOf(failure.getMessage());
        return note(
                caller, FAILED, Tuple.of(work.ref(), pause == null ? "failed" : "queued", Texts.shortened(why, 500)));
    }

    @Override
    public Uni<Void> revived(Caller caller, Work work) {
        return note(caller, AGAIN, Tuple.of(work.ref()));
    }

    /** What nobody will send any more holds links that let people in. */
    @Override
    public Uni<Void> dropped(Caller caller, Work work) {
        return note(caller, GIVEN_UP, Tuple.of(work.ref()));
    }

    private MailTexts.Texts render(UUID tenantId, Waiting waiting) {
        try {
            Map<String, String> values = json.readValue(
                    secrets.open(tenantId, Mails.SEALED_AS, waiting.content()), new TypeReference<>() {});
            return texts.render(waiting.template(), waiting.locale(), values);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    private Uni<Void> note(Caller caller, String sql, Tuple values) {
        return tenancy.bookkeeping(
                caller,
                connection -> connection.preparedQuery(sql).execute(values).replaceWithVoid());
    }

    /** Null for a mail that has been sent already: the process died before it could say so. */
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
