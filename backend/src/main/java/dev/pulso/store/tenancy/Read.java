package dev.pulso.store.tenancy;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;

/** One statement that reads, and what its rows mean. */
public record Read<T>(String sql, Tuple parameters, Function<RowSet<Row>, T> answer) {}
