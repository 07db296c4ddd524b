package dev.pulso.edge.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * {@code Idempotency-Key}: the effect and its answer are stored in one transaction, so a repeated request gets the stored
 * answer and causes nothing.
 */
@RequestScoped
public class Idempotency {
    private final Tenancy tenancy;
    private final PatchBody body;
    private final CurrentVertxRequest request;
    private final Operations operations;
    private final ObjectMapper json;

    Idempotency(
            Tenancy tenancy, PatchBody body, CurrentVertxRequest request, Operations operations, ObjectMapper json) {
        this.tenancy = tenancy;
        this.body = body;
        this.request = request;
        this.operations = operations;
        this.json = json;
    }

    /**
     * Runs {@code work} in one {@link Tenancy#write}, at most once per key.
     *
     * @param operation operationId; a key belongs to one operation
     * @param answerType type of the answer as it is stored and given again
     * @throws Problem 409 while the first request is still running, 422 when the key was used with another request
     */
    public <T> Uni<T> once(
            Caller caller, String operation, Class<T> answerType, Function<Mutiny.Session, Uni<T>> work) {
        String key = request.getCurrent().request().getHeader("Idempotency-Key");
        if (key == null) {
            return tenancy.write(caller, work);
        }
        if (key.isBlank() || key.length() > 255) {
            throw Problem.invalid("Idempotency-Key", "must have 1 to 255 characters", "size");
        }
        // The address is part of the request: the same body for another invoice is another request.
        String hash = request.getCurrent().normalizedPath() + " " + body.digest();
        return tenancy.write(
                caller,
                session -> tenancy.sql(caller, connection -> claim(connection, caller, operation, key))
                        .chain(() -> tenancy.sql(caller, connection -> stored(connection, operation, key)))
                        .chain(rows -> rows.size() == 0
                                ? work.apply(session)
                                        .call(answer -> tenancy.sql(
                                                caller,
                                                connection -> store(connection, caller, operation, key, hash, answer)))
                                : Uni.createFrom()
                                        .item(() -> again(rows.iterator().next(), hash, answerType))));
    }

    /** Waiting for the other request would hold two connections; saying so costs nothing. */
    private static Uni<Void> claim(SqlConnection connection, Caller caller, String operation, String key) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of(caller.tenantId() + " " + operation + " " + key))
                .map(rows -> {
                    if (!rows.iterator().next().getBoolean(0)) {
                        throw Problem.conflict(
                                "idempotency-running", "the first request with this key is still running");
                    }
                    return null;
                });
    }

    private static Uni<RowSet<Row>> stored(SqlConnection connection, String operation, String key) {
        return connection
                .preparedQuery("select request_hash, answer from idempotency_keys where operation = $1 and key = $2")
                .execute(Tuple.of(operation, key));
    }

    private Uni<RowSet<Row>> store(
            SqlConnection connection, Caller caller, String operation, String key, String hash, Object answer) {
        return connection
                .preparedQuery("insert into idempotency_keys (tenant_id, key, operation, request_hash, status, answer)"
                        + " values ($1, $2, $3, $4, $5, $6)")
                .execute(Tuple.from(java.util.Arrays.asList(
                        caller.tenantId(), key, operation, hash, operations.status(operation), toJson(answer))));
    }

    private JsonObject toJson(Object answer) {
        try {
            return new JsonObject(json.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of the API always renders", e);
        }
    }

    private <T> T again(Row row, String hash, Class<T> answerType) {
        if (!hash.equals(row.getString("request_hash"))) {
            throw Problem.unprocessable("idempotency-key-reused", "the key was used with another request");
        }
        try {
            return json.readValue(row.getJsonObject("answer").encode(), answerType);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer can be read again", e);
        }
    }
}
