package dev.pulso.store.tenancy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The door to the database as tests have it: it remembers what the requests sent that asked for it by their id. */
@Alternative
@Priority(1)
@ApplicationScoped
public class CountingTenancy extends Tenancy {
    private static final String PREFIX = "counted-";
    private final Map<String, List<String>> statements = new ConcurrentHashMap<>();

    @Inject
    CountingTenancy(Vertx vertx, Instance<Mutiny.SessionFactory> sessions, Instance<Pool> pool) {
        super(vertx, sessions, pool);
    }

    /** For the client proxy. */
    CountingTenancy() {
        super(null, () -> null, () -> null);
    }

    /** An {@code X-Request-Id} whose statements are remembered. */
    public String countedRequestId() {
        String id = PREFIX + UUID.randomUUID();
        statements.put(id, new CopyOnWriteArrayList<>());
        return id;
    }

    /** The statements of a request that only reads; a transaction of several counts as one that should not be there. */
    public List<String> statements(String requestId) {
        return List.copyOf(statements.get(requestId));
    }

    @Override
    public Uni<RowSet<Row>> query(Caller caller, String sql, Tuple parameters) {
        remember(caller, sql);
        return super.query(caller, sql, parameters);
    }

    @Override
    public Uni<Answers> query(Caller caller, List<? extends Read<?>> reads) {
        reads.forEach(read -> remember(caller, read.sql()));
        return super.query(caller, reads);
    }

    @Override
    public <T> Uni<T> read(Caller caller, Function<Mutiny.Session, Uni<T>> work) {
        remember(caller, "a session that reads");
        return super.read(caller, work);
    }

    @Override
    public <T> Uni<T> write(Caller caller, Function<Mutiny.Session, Uni<T>> work) {
        remember(caller, "a session that writes");
        return super.write(caller, work);
    }

    @Override
    public <T> Uni<T> sql(Caller caller, Function<SqlConnection, Uni<T>> work) {
        remember(caller, "a transaction of several statements");
        return super.sql(caller, work);
    }

    private void remember(Caller caller, String statement) {
        List<String> counted = caller.requestId() == null ? null : statements.get(caller.requestId());
        if (counted != null) {
            counted.add(statement);
        }
    }
}
