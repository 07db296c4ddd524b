package dev.pulso.people.internal.recovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.queue.WorkQueue;
import dev.pulso.store.secrets.Secrets;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has asked for a new password, and has been answered that a mail is on its way if the e-mail is known. That is found out
 * later, so that known and unknown ones are the same until then: a row that belongs to no company, and its work.
 */
@ApplicationScoped
class RecoveryRequests {
    static final String QUEUE = "recovery";
    /** No company has this id. */
    static final UUID NOBODY = new UUID(0, 0);
    /** So many may wait, on all nodes: they need some milliseconds each. */
    static final int WAITING = 1_000;

    private static final String SEALED_AS = "recovery";
    private static final String PUT = """
            insert into recovery_requests (tenant_id, id, content)
            select $1::uuid, $2::uuid, $3::bytea where (select count(*) from (select from recovery_requests limit $4) waiting) < $4""";

    private final Tenancy tenancy;
    private final WorkQueue queue;
    private final Secrets secrets;
    private final ObjectMapper json;
    private final Clock clock;

    RecoveryRequests(Tenancy tenancy, WorkQueue queue, Secrets secrets, ObjectMapper json, Clock clock) {
        this.tenancy = tenancy;
        this.queue = queue;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param tenant slug or id, when only that company is meant
     * @param requestId of the request, for the trail
     */
    @RegisterForReflection
    record Asked(
            String email, @Nullable String tenant, @Nullable String requestId, Instant at) {}

    /**
     * Puts the request down. When this has ended it will be looked into, whatever becomes of this process.
     *
     * @throws Problem 503 when too many wait: nothing has been put down
     */
    Uni<Void> put(String email, @Nullable String tenant, @Nullable String requestId) {
        Caller nobody = Caller.system(NOBODY, QUEUE, requestId);
        UUID id = Ids.next();
        byte[] content = sealed(new Asked(email, tenant, requestId, clock.instant()));
        return tenancy.bookkeeping(
                nobody,
                connection -> connection
                        .preparedQuery(PUT)
                        .execute(Tuple.tuple()
                                .addUUID(NOBODY)
                                .addUUID(id)
                                .addBuffer(Buffer.buffer(content))
                                .addInteger(WAITING))
                        .invoke(rows -> {
                            if (rows.rowCount() == 0) {
                                throw Problem.busy();
                            }
                        })
                        // One after the other of one e-mail: who asks twice gets one mail.
                        .chain(() -> queue.put(
                                connection,
                                nobody,
                                QUEUE,
                                UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8)),
                                id)));
    }

    /** What was asked; null when it has been done already. */
    Uni<@Nullable Asked> find(Caller caller, UUID id) {
        return tenancy.query(caller, "select content from recovery_requests where id = $1", Tuple.of(id))
                .map(rows -> {
                    for (Row row : rows) {
                        return opened(row.getBuffer("content").getBytes());
                    }
                    return null;
                });
    }

    /** Nobody waits for it any more; joins the open transaction. */
    Uni<Void> remove(Caller caller, UUID id) {
        return tenancy.bookkeeping(
                caller,
                connection -> connection
                        .preparedQuery("delete from recovery_requests where id = $1")
                        .execute(Tuple.of(id))
                        .replaceWithVoid());
    }

    private byte[] sealed(Asked asked) {
        try {
            return secrets.seal(NOBODY, SEALED_AS, json.writeValueAsBytes(asked));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always render", e);
        }
    }

    private Asked opened(byte[] content) {
        try {
            return json.readValue(secrets.open(NOBODY, SEALED_AS, content), Asked.class);
        } catch (IOException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}
