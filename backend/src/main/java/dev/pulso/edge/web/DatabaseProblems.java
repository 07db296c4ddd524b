package dev.pulso.edge.web;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.kernel.StartSteps;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.runtime.StartupEvent;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL refuses and the client can mend, with the field it is about. Values never get out. */
@ApplicationScoped
public class DatabaseProblems {
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");
    private static final Pattern BROKEN = Pattern.compile("(?i)connection reset|broken pipe|connection refused");
    private static final Pattern COLUMN = Pattern.compile("column \"([^\"]+)\"");
    /** The columns of keys and checks without the tenant; the name is all that Hibernate passes on. */
    private static final String CONSTRAINTS = """
        select c.conname as name, min(a.attname) filter (where a.attname not in ('tenant_id', 'external_source')) as field
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
        where c.connamespace = 'public'::regnamespace group by c.conname
        having count(*) filter (where a.attname not in ('tenant_id', 'external_source')) = 1
        union all
        select i.relname, min(a.attname) filter (where a.attname not in ('tenant_id', 'external_source'))
        from pg_index x join pg_class i on i.oid = x.indexrelid
        join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any(x.indkey)
        where x.indisunique and i.relnamespace = 'public'::regnamespace
        and not exists (select from pg_constraint c where c.conindid = i.oid) group by i.relname
        having count(*) filter (where a.attname not in ('tenant_id', 'external_source')) = 1
        """;

    private final Tenancy tenancy;
    private volatile Map<String, String> fields = Map.of();

    DatabaseProblems(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    void learnConstraints(@Observes StartupEvent event) {
        Map<String, String> found = new HashMap<>();
        StartSteps.await(
                        "reading the rules of the database",
                        tenancy.withoutTenant(
                                connection -> connection.query(CONSTRAINTS).execute()))
                .forEach(row -> found.put(row.getString("name"), row.getString("field")));
        fields = Map.copyOf(found);
    }

    /** @return null when it is not the client's to mend */
    public @Nullable Problem of(Throwable cause) {
        return switch (cause) {
            case PgException refused -> of(refused.getSqlState(), refused.getMessage(), refused.getConstraint());
            case org.hibernate.JDBCException refused -> of(refused.getSQLState(), refused.getMessage(), null);
            case SQLException refused -> of(refused.getSQLState(), refused.getMessage(), null);
            // The connection broke in mid-flight: whether a write happened is unknown, but the service will be back.
            case io.vertx.sqlclient.ClosedConnectionException closed -> Problem.busy();
            case IOException reset
            when BROKEN.matcher(String.valueOf(reset.getMessage())).find() -> Problem.busy();
            default -> null;
        };
    }

    private @Nullable Problem of(@Nullable String state, @Nullable String message, @Nullable String constraintName) {
        if (state == null) {
            return null;
        }
        String text = message == null ? "" : message;
        String constraint = constraintName != null ? constraintName : find(CONSTRAINT, text);
        String field = constraint == null ? null : fields.get(constraint);
        return switch (state) {
            case "23505" ->
                Problem.conflict(
                        ProblemType.DUPLICATE, (field == null ? "another record" : field) + " is already taken", field);
            case "23503" ->
                text.contains("update or delete on table")
                        ? Problem.conflict(ProblemType.IN_USE, "other records refer to this one")
                        : Problem.unknownReference(field == null ? "body" : field);
            case "23514" -> Problem.invalid(field == null ? "body" : field, "is out of range", "check");
            case "23502" -> Problem.invalid(column(text), "is required", "required");
            case "22003" -> Problem.invalid(field == null ? "body" : field, "is out of range", "range");
            case "40001", "40P01", "55P03", "57014" -> Problem.busy();
            default ->
                switch (state.substring(0, 2)) {
                    case "22" -> Problem.invalid("body", "contains a value the database can not hold", "value");
                    case "53", "57", "08" -> Problem.busy();
                    default -> null;
                };
        };
    }

    private static String column(String text) {
        String column = find(COLUMN, text);
        return column == null ? "body" : column;
    }

    private static @Nullable String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
