package dev.pulso.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/** What a statement looked at, as the application's role under row-level security. */
public final class Plan {
    private Plan() {}

    /** How many rows of a table were read while it ran, those that did not fit included. */
    public static long rowsRead(Tenancy tenancy, Caller caller, String table, String sql, Tuple values) {
        String plan = tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery("explain (analyze, timing off, format json) " + sql)
                                .execute(values)
                                .map(rows -> rows.iterator().next().getValue(0).toString()))
                .await()
                .atMost(Duration.ofMinutes(2));
        try {
            return read(new ObjectMapper().readTree(plan), table);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(plan, e);
        }
    }

    private static long read(JsonNode node, String table) {
        long rows = 0;
        if (table.equals(node.path("Relation Name").asText())) {
            double each = node.path("Actual Rows").asDouble()
                    + node.path("Rows Removed by Filter").asDouble()
                    + node.path("Rows Removed by Index Recheck").asDouble();
            rows += Math.round(each * node.path("Actual Loops").asDouble());
        }
        for (JsonNode child : node) {
            rows += read(child, table);
        }
        return rows;
    }
}
