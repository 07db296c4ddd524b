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
import java.util.UUID;

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
            select '%s', tenant_id, id, id from mail""".formatted(MailSending.QUEUE);

    private final Tenancy tenancy;
    private final Secrets secrets;
    private final WorkQueue queue;
    private final ObjectMapper json;

    Mails(Tenancy tenancy, Secrets secrets, WorkQueue queue, ObjectMapper json) {
        this.tenancy = tenancy;
        this.queue = queue;
        this.secrets = secrets;
        this.json = json;
    }

    /** Puts a mail down in the open transaction. A key that the tenant has used already is left alone. */
    public Uni<Void> send(Caller caller, MailMessage mail) {
        UUID id = Ids.next();
        Tuple row = Tuple.tuple()
                .addUUID(caller.tenantId())
                .addUUID(id)
                .addString(mail.key())
                .addString(mail.to())
                .addString(mail.template())
                .addString(mail.locale())
                .addBuffer(io.vertx.mutiny.core.buffer.Buffer.buffer(
                        secrets.seal(caller.tenantId(), SEALED_AS, values(mail))));
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(INSERT)
                        .execute(row)
                        .invoke(queue::soon)
                        .replaceWithVoid());
    }

    private String values(MailMessage mail) {
        try {
            return json.writeValueAsString(mail.values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always render", e);
        }
    }
}
