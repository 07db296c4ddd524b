package dev.pulso.company.internal.calendar;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The one row of a company's business hours, which is there once they have been set. */
@ApplicationScoped
class BusinessHoursStore {
    private static final String READ = "select intervals, version from business_hours";
    // Two first writes at once: the second finds the row, of another version than it expected, and changes nothing.
    private static final String WRITE = """
            insert into business_hours (tenant_id, id, intervals, version)
            values (current_setting('app.tenant_id')::uuid, $1, $2, 1)
            on conflict (tenant_id) do update
            set intervals = excluded.intervals, version = business_hours.version + 1, updated_at = app_now()
            where business_hours.version = $3
            returning intervals, version""";

    private final Tenancy tenancy;

    BusinessHoursStore(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    Uni<BusinessHoursData> read(Caller caller) {
        return tenancy.query(caller, READ, Tuple.tuple()).map(BusinessHoursStore::data);
    }

    Uni<BusinessHoursData> replace(Caller caller, ExpectedVersion expected, WorkingWeek week) {
        return tenancy.sql(
                caller,
                connection -> connection.preparedQuery(READ).execute().chain(rows -> {
                    int present = data(rows).version();
                    expected.check(present);
                    return connection
                            .preparedQuery(WRITE)
                            .execute(Tuple.of(Ids.next(), week.stored(), present))
                            // Whoever was faster has committed by now, so each next statement sees it.
                            .chain(written -> written.rowCount() > 0
                                    ? Uni.createFrom().item(data(written))
                                    : connection.preparedQuery(READ).execute().map(faster -> {
                                        throw Problem.preconditionFailed(
                                                data(faster).version());
                                    }));
                }));
    }

    private static BusinessHoursData data(RowSet<Row> rows) {
        for (Row row : rows) {
            return new BusinessHoursData(
                    WorkingWeek.read(row.getArrayOfStrings("intervals")), row.getInteger("version"));
        }
        return new BusinessHoursData(WorkingWeek.USUAL, 0);
    }
}
