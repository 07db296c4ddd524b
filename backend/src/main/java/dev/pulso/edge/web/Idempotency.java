package dev.pulso.edge.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.secrets.Secrets;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.ClientProxy;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code Idempotency-Key}, for all POSTs of the contract alike: a repeated request gets the stored answer, marked
 * {@code Idempotent-Replayed}, and causes nothing. A key belongs to a company, to who sent it and to an operation, for 24 hours.
 * Answers are kept sealed: some show a secret that the database must not know.
 */
@AtMostOnce
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class Idempotency {
    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final int LONGEST = 200;
    private static final String PURPOSE = "idempotency";

    private final Tenancy tenancy;
    private final CurrentVertxRequest request;
    private final Operations operations;
    private final CallerContext callers;
    private final RequestDigest digests;
    private final Secrets secrets;
    private final ObjectMapper json;

    Idempotency(
            Tenancy tenancy,
            CurrentVertxRequest request,
            Operations operations,
            CallerContext callers,
            RequestDigest digests,
            Secrets secrets,
            ObjectMapper json) {
        this.tenancy = tenancy;
        this.request = request;
        this.operations = operations;
        this.callers = callers;
        this.digests = digests;
        this.secrets = secrets;
        this.json = json;
    }

    /** One request as it is compared with others. */
    private record Attempt(Caller caller, String operation, String key, String digest) {
        String actor() {
            return caller.identity();
        }
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        RoutingContext http = request.getCurrent();
        List<String> keys =
                http == null || !HttpMethod.POST.equals(http.request().method())
                        ? List.of()
                        : http.request().headers().getAll(KEY);
        String operation = call.getMethod().getName();
        if (http == null || keys.isEmpty() || !operations.keepsKeys(operation)) {
            return call.proceed();
        }
        if (keys.size() > 1 || keys.getFirst().isBlank() || keys.getFirst().length() > LONGEST) {
            throw Problem.invalid(KEY, "must be one text of 1 to " + LONGEST + " characters", "size");
        }
        Caller caller = ClientProxy.unwrap(callers).caller();
        return digests.of(http, call.getParameters())
                .chain(digest -> inOneTransaction(new Attempt(caller, operation, keys.getFirst(), digest), http, call));
    }

    private Uni<@Nullable Object> inOneTransaction(Attempt attempt, RoutingContext http, InvocationContext call) {
        Caller caller = attempt.caller();
        return tenancy.write(
                caller,
                session -> tenancy.bookkeeping(caller, connection -> claim(connection, attempt))
                        .chain(() -> tenancy.bookkeeping(caller, connection -> stored(connection, attempt)))
                        .chain(rows -> {
                            if (rows.size() > 0) {
                                Object answer = again(rows.iterator().next(), attempt, answerType(call));
                                http.response().putHeader(REPLAYED, "true");
                                return Uni.createFrom().item(answer);
                            }
                            return answer(call)
                                    .call(answer -> tenancy.bookkeeping(
                                            caller, connection -> store(connection, attempt, answer)));
                        }));
    }

    @SuppressWarnings("unchecked")
    private static Uni<@Nullable Object> answer(InvocationContext call) {
        try {
            return (Uni<@Nullable Object>) call.proceed();
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
    }

    /** Waiting for the other request would hold two connections; saying so costs nothing. */
    private static Uni<Void> claim(SqlConnection connection, Attempt attempt) {
        return connection
                .preparedQuery("select pg_try_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of(String.join(
                        " ",
                        attempt.caller().tenantId().toString(),
                        attempt.actor(),
                        attempt.operation(),
                        attempt.key())))
                .map(rows -> {
                    if (!rows.iterator().next().getBoolean(0)) {
                        throw Problem.of(
                                        ProblemType.IDEMPOTENCY_RUNNING,
                                        "the first request with this key is still running")
                                .withHeader("Retry-After", "1");
                    }
                    return null;
                });
    }

    private static Uni<RowSet<Row>> stored(SqlConnection connection, Attempt attempt) {
        return connection
                .preparedQuery("select request_hash, sealed from idempotency_keys"
                        + " where actor = any($1) and operation = $2 and key = $3 order by actor = $4 desc limit 1")
                .execute(Tuple.of(
                        // The release before kept what API keys had sent under their names.
                        new String[] {attempt.actor(), attempt.caller().actor()},
                        attempt.operation(),
                        attempt.key(),
                        attempt.actor()));
    }

    private Uni<RowSet<Row>> store(SqlConnection connection, Attempt attempt, @Nullable Object answer) {
        Caller caller = attempt.caller();
        try {
            byte[] sealed = secrets.seal(caller.tenantId(), PURPOSE, json.writeValueAsBytes(answer));
            return connection
                    .preparedQuery(
                            "insert into idempotency_keys (tenant_id, actor, key, operation, request_hash, status, sealed)"
                                    + " values ($1, $2, $3, $4, $5, $6, $7)")
                    .execute(Tuple.from(List.of(
                            caller.tenantId(),
                            attempt.actor(),
                            attempt.key(),
                            attempt.operation(),
                            attempt.digest(),
                            operations.status(attempt.operation()),
                            io.vertx.core.buffer.Buffer.buffer(sealed))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of the API always renders", e);
        }
    }

    private @Nullable Object again(Row row, Attempt attempt, Type type) {
        if (!attempt.digest().equals(row.getString("request_hash"))) {
            throw Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED, "the key was used with another request");
        }
        byte[] answer = secrets.open(
                attempt.caller().tenantId(),
                PURPOSE,
                row.get(io.vertx.core.buffer.Buffer.class, "sealed").getBytes());
        try {
            return type == Void.class ? null : json.readValue(answer, json.constructType(type));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a stored answer can be read again", e);
        }
    }

    /** A resource answers a {@code Uni} of what it answers. */
    private static Type answerType(InvocationContext call) {
        return ((ParameterizedType) call.getMethod().getGenericReturnType()).getActualTypeArguments()[0];
    }
}
