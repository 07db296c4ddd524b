package dev.pulso.store.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.Ids;
import dev.pulso.store.queue.WorkQueue;
import dev.pulso.store.secrets.Secrets;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where mails are put down. Always inside the transaction that gives the reason for them. */
@ApplicationScoped
public class Mails {
    static final String SEALED_AS = "mail";

    private static final String INSERT = """
            with mail as (
                insert into mails (tenant_id, id, key, recipient, template, locale, content)
                values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (tenant_id, key) do nothing
                returning tenant_id, id
            )
            insert into work (queue, tenant_id, key, ref)
            select $8, tenant_id, id, id from mail""";

    private static final String STATES = "select key, status from mails where key = any($1)";

    private final Tenancy tenancy;
    private final Secrets secrets;
    private final WorkQueue queue;
    private final MailDelivery delivery;
    private final ObjectMapper json;

    Mails(Tenancy tenancy, Secrets secrets, WorkQueue queue, MailDelivery delivery, ObjectMapper json) {
        this.tenancy = tenancy;
        this.queue = queue;
        this.secrets = secrets;
        this.delivery = delivery;
        this.json = json;
    }

    /** Puts a mail down in the open transaction. A key that the tenant has used already is left alone. */
    public Uni<Void> send(Caller caller, MailMessage mail) {
        return put(caller, mail, MailQueues.MAIL);
    }

    /** As {@link #send}, for one of many that nobody sits and waits for: however many they are, they delay no other kind. */
    public Uni<Void> sendInBulk(Caller caller, MailMessage mail) {
        return put(caller, mail, MailQueues.BULK);
    }

    private Uni<Void> put(Caller caller, MailMessage mail, String kind) {
        UUID id = Ids.next();
        Tuple row = Tuple.tuple()
                .addUUID(caller.tenantId())
                .addUUID(id)
                .addString(mail.key())
                .addString(mail.to())
                .addString(mail.template())
                .addString(mail.locale())
                .addBuffer(io.vertx.mutiny.core.buffer.Buffer.buffer(
                        secrets.seal(caller.tenantId(), SEALED_AS, values(mail))))
                .addString(kind);
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(INSERT)
                        .execute(row)
                        .invoke(queue::soon)
                        .replaceWithVoid());
    }

    /** What has become of the mails with these keys; one that is forgotten has been sent or given up long ago. */
    public Uni<Map<String, MailState>> states(Caller caller, Collection<String> keys) {
        return tenancy.query(caller, STATES, Tuple.of(keys.toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.getString("key"),
                                row -> MailState.of(row.getString("status"), delivery.sends()))));
    }

    /** The state of a mail that was just put down. */
    public MailState justPutDown() {
        return MailState.of("queued", delivery.sends());
    }

    private String values(MailMessage mail) {
        try {
            return json.writeValueAsString(mail.values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always render", e);
        }
    }
}
