package dev.pulso.billing.internal.run;

import dev.pulso.billing.Invoices;
import dev.pulso.billing.NewPayment;
import dev.pulso.billing.PaymentMethod;
import dev.pulso.platform.kernel.Steps;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.DemoData;
import dev.pulso.platform.tenancy.Tenancy;
import dev.pulso.platform.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Two months of invoices of the demo company: most of the first paid, one in part, one overdue; the second due. */
@ApplicationScoped
class InvoiceDemo implements DemoData {
    private record Issued(UUID id, long totalCents, int place) {}

    private final InvoiceRun run;
    private final Invoices invoices;
    private final Tenancy tenancy;
    private final TenantDay days;

    InvoiceDemo(InvoiceRun run, Invoices invoices, Tenancy tenancy, TenantDay days) {
        this.run = run;
        this.invoices = invoices;
        this.tenancy = tenancy;
        this.days = days;
    }

    @Override
    public Uni<Void> seed(Caller admin) {
        return days.today(admin)
                .chain(today -> bill(admin, today.minusMonths(1))
                        .chain(() -> issued(admin))
                        .chain(all -> Steps.inOrder(all, invoice -> pay(admin, invoice, today)))
                        .chain(() -> bill(admin, today)));
    }

    @Override
    public int order() {
        return 50;
    }

    private Uni<Void> bill(Caller admin, LocalDate on) {
        return run.run(admin, on, counts -> Uni.createFrom().voidItem()).replaceWithVoid();
    }

    private Uni<List<Issued>> issued(Caller admin) {
        return tenancy.query(
                        admin,
                        "select id, total_cents, number from invoices where status = 'issued' order by number",
                        Tuple.tuple())
                .map(rows -> {
                    List<Issued> all = new ArrayList<>();
                    rows.forEach(row -> all.add(new Issued(row.getUUID(0), row.getLong(1), all.size())));
                    return all;
                });
    }

    private Uni<Void> pay(Caller admin, Issued invoice, LocalDate today) {
        if (invoice.place() == 2) {
            return Uni.createFrom().voidItem();
        }
        long amount = invoice.place() == 1 ? invoice.totalCents() / 3 : invoice.totalCents();
        PaymentMethod method = invoice.place() % 3 == 0 ? PaymentMethod.boleto : PaymentMethod.pix;
        return invoices.recordPayment(
                        admin,
                        invoice.id(),
                        new NewPayment(amount, method, today.minusDays(12), "DEMO-" + invoice.place()))
                .replaceWithVoid();
    }
}
