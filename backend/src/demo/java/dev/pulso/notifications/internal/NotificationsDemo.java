package dev.pulso.notifications.internal;

import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoYear;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** What everybody who works there was told lately: deals that somebody handed on, and invoices that are overdue. */
@ApplicationScoped
class NotificationsDemo implements DemoData {
    /** The older ones were read. */
    private static final String TOLD = """
        insert into notifications (tenant_id, id, user_id, event_id, kind, record_kind, record_id, caused_by_id, details, in_app,
                                   mail, created_at, read_at)
        select $1, gen_random_uuid(), u.id, gen_random_uuid(), t.kind, t.record_kind, t.record_id,
               case t.kind when 'assigned' then (
                   select o.id from user_names o where o.present and o.id <> u.id order by o.name, o.id limit 1) end,
               t.details, true, 'none', app_now() - t.age, case when t.age > interval '1 day' then app_now() - t.age / 2 end
        from user_names u
        cross join (
            select 'assigned' as kind, 'deals' as record_kind, d.id as record_id, '{}' as details,
                   (row_number() over (order by d.created_at desc, d.id) * interval '9 hours') as age
            from (select id, created_at from deal_facts where status = 'open' order by created_at desc, id limit 4) d
            union all
            select 'invoice_overdue', 'invoices', i.id,
                   json_build_object('amount_cents', i.total_cents - i.paid_cents, 'currency', i.currency, 'due_on', i.due_on)::text,
                   (row_number() over (order by i.due_on desc, i.id) * interval '13 hours')
            from (select id, total_cents, paid_cents, currency, due_on from invoice_facts
                  where status = 'issued' and due_on < $2 and paid_cents < total_cents order by due_on desc, id limit 3) i
        ) t
        where u.present\
        """;

    private final Tenancy tenancy;

    NotificationsDemo(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        return tenancy.bookkeeping(
                        admin,
                        connection -> connection.preparedQuery(TOLD).execute(Tuple.of(admin.tenantId(), year.today())))
                .replaceWithVoid();
    }

    @Override
    public int order() {
        return 90;
    }
}
