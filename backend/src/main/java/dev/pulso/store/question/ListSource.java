package dev.pulso.store.question;

import dev.pulso.store.data.KeysetQuery;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;

/** One kind of records that questions are about: a bean of the module that keeps them. */
public interface ListSource<T extends Record> {

    /** As the contract calls it ({@code ListKind}). */
    String kind();

    /** The list with the filters that it alone has; those that all lists have alike are added by who asks. */
    KeysetQuery select(Asked asked);

    /** A row of the list. Its components are the columns of the contract by their names, in the way of Java. */
    T read(Row row);

    /** What a row shows besides: fields of the contract that are worked out of others, by the names of the API. */
    default Map<String, Object> workedOut(T row) {
        return Map.of();
    }
}
