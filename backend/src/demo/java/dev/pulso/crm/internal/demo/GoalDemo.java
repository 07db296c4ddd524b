package dev.pulso.crm.internal.demo;

import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoRows;
import dev.pulso.demo.DemoYear;
import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What those who sell aim at: a little more than they have sold in a month of the last six, for half a year behind and two months ahead. */
@ApplicationScoped
class GoalDemo implements DemoData {
    private static final String AIMS = """
        select w.owner_id, to_char(m.month, 'YYYY-MM-DD') as month, w.amount_cents
        from (
            select owner_id, (ceil(sum(amount_cents) * 1.1 / 6 / 500000) * 500000)::bigint as amount_cents
            from deals
            where status = 'won' and currency = 'BRL' and owner_id is not null
              and closed_on >= date_trunc('month', app_now()) - interval '6 months'
            group by owner_id
        ) w
        cross join generate_series(
            date_trunc('month', app_now()) - interval '5 months', date_trunc('month', app_now()) + interval '2 months',
            interval '1 month') m (month)
        order by w.owner_id, m.month\
        """;

    private final Tenancy tenancy;

    GoalDemo(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        return tenancy.query(admin, AIMS, Tuple.tuple())
                .map(rows -> {
                    List<JsonObject> goals = new ArrayList<>();
                    rows.forEach(row -> goals.add(DemoRows.row(
                            "id",
                            Ids.next(),
                            "owner_id",
                            row.getUUID("owner_id"),
                            "month",
                            row.getString("month"),
                            "amount_cents",
                            row.getLong("amount_cents"),
                            "currency",
                            "BRL")));
                    return goals;
                })
                .chain(goals -> tenancy.sql(admin, connection -> DemoRows.insert(connection, admin, "goals", goals)));
    }

    @Override
    public int order() {
        return 75;
    }
}
