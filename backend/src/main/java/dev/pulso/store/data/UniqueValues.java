package dev.pulso.store.data;

import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values that one record of a company has: a duplicate is told with the record that has it, so that a program can go on with that
 * one. The database's own constraint stays the rule; this asks first, because a statement that was refused tells nothing any more.
 */
@ApplicationScoped
public class UniqueValues {
    private final Tenancy tenancy;

    UniqueValues(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /**
     * 409 that names the other record when the value is taken. To be asked before the record is changed.
     *
     * @param table of records that all who may write them reach; a condition may follow it ({@code users where removed_at is null})
     * @param column also the name of the field
     * @param value as it is stored; null is never taken
     * @param own the record that may have it; null for a new one
     */
    public Uni<Void> requireFree(
            Caller caller, String table, String column, @Nullable Object value, @Nullable UUID own) {
        if (value == null) {
            return Uni.createFrom().voidItem();
        }
        String from = "select id from " + table + (table.contains(" where ") ? " and " : " where ") + column + " = $1";
        return tenancy.query(caller, from, Tuple.of(value))
                .invoke(rows -> rows.forEach(row -> {
                    UUID found = row.getUUID("id");
                    if (!found.equals(own)) {
                        throw Problem.duplicate(column, found);
                    }
                }))
                .replaceWithVoid();
    }
}
