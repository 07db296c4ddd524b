package dev.pulso.store.question;

import dev.pulso.store.data.KeysetQuery;
import io.vertx.mutiny.sqlclient.Row;

/** One kind of records that questions are about: a bean of the module that keeps them. */
public interface ListSource<T extends Record> {

    /** As the contract calls it ({@code ListKind}). */
    String kind();

    /** The list with the filters that it alone has; those that all lists have alike are added by who asks. */
    KeysetQuery select(Asked asked);

    /** A row of the list. Its components are the columns of the contract by their names, in the way of Java. */
    T read(Row row);
}
