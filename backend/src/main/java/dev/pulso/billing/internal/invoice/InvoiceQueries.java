package dev.pulso.billing.internal.invoice;

import dev.pulso.billing.CustomerBalance;
import dev.pulso.billing.InvoiceData;
import dev.pulso.billing.InvoiceDetail;
import dev.pulso.billing.InvoiceItemData;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.store.data.External;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.question.Asked;
import dev.pulso.store.question.ListSource;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Invoices as they are read: in one statement each, however many rows, items and payments. */
@ApplicationScoped
class InvoiceQueries implements ListSource<InvoiceData> {
    /** The status that people see, of an invoice {@code i}. */
    static final String SEEN =
            "case when i.status = 'issued' and i.overdue_since is not null then 'overdue' else i.status end";

    private static final String PAID_ON = "case when i.status = 'paid' then i.last_paid_on end";
    private static final Rows<InvoiceData> ROWS =
            Rows.of(InvoiceData.class, "i").from("status", SEEN).from("paidOn", PAID_ON);
    private static final Rows<InvoiceDetail> DETAIL = Rows.of(InvoiceDetail.class, "i")
            .from("status", SEEN)
            .from("paidOn", PAID_ON)
            .list(
                    "items",
                    Rows.of(InvoiceItemData.class, "t")
                            .from("quantity", "trim_scale(t.quantity)")
                            .from("unitPrice", "trim_scale(coalesce(t.unit_price, t.unit_cents / 100.0))"),
                    "invoice_items t where t.tenant_id = i.tenant_id and t.invoice_id = i.id",
                    "t.position")
            .list(
                    "payments",
                    PaymentQueries.ROWS,
                    "payments p where p.tenant_id = i.tenant_id and p.invoice_id = i.id",
                    "p.id");
    private static final String BY_ID = "select " + DETAIL.columns() + " from invoices i where i.id = $1";

    /** What people see of an invoice, by what is stored. */
    private static final Map<String, String> STATUS = Map.of(
            "draft", "i.status = 'draft'",
            "issued", "i.status = 'issued' and i.overdue_since is null",
            "overdue", "i.status = 'issued' and i.overdue_since is not null",
            "paid", "i.status = 'paid'",
            "cancelled", "i.status = 'cancelled'");

    private static final String PAID_BETWEEN = """
        i.id in (select p.invoice_id from payments p where p.paid_on between (?::date[])[1] and (?::date[])[2])\
        """;
    /** See {@code InvoiceDocuments.txid}. */
    private static final Pattern TXID = Pattern.compile("(?i)FATURA(\\d{1,17})X([0-9A-F]{1,18})");

    private static final Pattern PRINTED_NUMBER = Pattern.compile("#\\h*0*(\\d{1,17})");
    private static final Pattern PADDED = Pattern.compile("0\\d{0,16}");
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final Rows<CustomerBalance.Amount> AMOUNTS = Rows.of(CustomerBalance.Amount.class, "i")
            .from("openCents", "sum(i.total_cents - i.paid_cents)::bigint")
            .from("overdueCents", "coalesce(sum(i.total_cents - i.paid_cents) filter (where i.due_on < $2), 0)::bigint")
            .from("invoices", "count(*)")
            .from("overdueInvoices", "count(*) filter (where i.due_on < $2)");
    private static final String BALANCE = "select " + AMOUNTS.columns() + """
             from invoices i where i.customer_id = $1 and i.status = 'issued' and i.total_cents > i.paid_cents
            group by i.currency order by i.currency""";

    private final Tenancy tenancy;

    InvoiceQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @RegisterForReflection
    record Filter(
            @Nullable UUID customerId,
            @Nullable UUID contractId,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable LocalDate paidFrom,
            @Nullable LocalDate paidTo,
            @Nullable LocalDate paymentsPaidOnFrom,
            @Nullable LocalDate paymentsPaidOnTo,
            External.Key key,
            @Nullable String query) {

        /** One payment has to lie within both days, so they make one condition; an open end is as far as dates go. */
        private static LocalDate @Nullable [] between(@Nullable LocalDate from, @Nullable LocalDate to) {
            return from == null && to == null
                    ? null
                    : new LocalDate[] {from == null ? EVER : from, to == null ? NEVER : to};
        }
    }

    @Override
    public String kind() {
        return "invoices";
    }

    @Override
    public KeysetQuery select(Asked asked) {
        return list(asked.as(Filter.class));
    }

    @Override
    public InvoiceData read(Row row) {
        return ROWS.read(row);
    }

    @Override
    public Map<String, Object> workedOut(InvoiceData invoice) {
        return Map.of("open_cents", invoice.openCents());
    }

    Uni<Page<InvoiceData>> list(Caller caller, Filter filter, PageRequest page) {
        return list(filter).page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    private static KeysetQuery list(Filter filter) {
        // The customer's present name beside the one it was billed by, joined only where it is looked for.
        String from = filter.query() == null
                ? "invoices i"
                : "invoices i left join customer_names n on n.tenant_id = i.tenant_id and n.id = i.customer_id";
        KeysetQuery query = filter.key()
                .in(KeysetQuery.select(ROWS, from), "i")
                .where("i.customer_id = ?", filter.customerId())
                .where("i.contract_id = ?", filter.contractId())
                .where("i.due_on >= ?", filter.dueFrom())
                .where("i.due_on <= ?", filter.dueTo())
                .where(PAID_BETWEEN, Filter.between(filter.paidFrom(), filter.paidTo()))
                .where(PAID_BETWEEN, Filter.between(filter.paymentsPaidOnFrom(), filter.paymentsPaidOnTo()));
        return named(query, filter.query())
                .anyOf("status", STATUS)
                .sortable("created_at", "i.created_at", "timestamptz")
                .sortable("number", "coalesce(i.number, 9223372036854775807)", "bigint")
                .sortable("due_on", "i.due_on", "date")
                .sortable("total_cents", "i.total_cents", "bigint")
                .range("created_at", "i.created_at", "timestamptz")
                .range("updated_at", "i.updated_at", "timestamptz")
                .range("paid_cents", "i.paid_cents", "bigint")
                .range("period_start", "i.period_start", "date")
                .range("period_end", "i.period_end", "date")
                .range("due_on", "i.due_on", "date")
                .range("issued_on", "i.issued_on", "date")
                .range("total_cents", "i.total_cents", "bigint")
                .changing("i.updated_at")
                .worth("i.total_cents", "i.currency");
    }

    /** By the number as it is printed, by what stands on the bank statement, or by what it is about. */
    private static KeysetQuery named(KeysetQuery query, @Nullable String text) {
        String wanted = text == null ? "" : Texts.trim(text);
        Matcher statement = TXID.matcher(wanted);
        if (statement.matches()) {
            return query.where("i.number = ?", Long.valueOf(statement.group(1)))
                    .where(
                            "right(upper(replace(i.id::text, '-', '')), length(?::text)) = ?::text",
                            statement.group(2).toUpperCase(Locale.ROOT));
        }
        Matcher number = PRINTED_NUMBER.matcher(wanted);
        if (number.matches()) {
            return query.where("i.number = ?", Long.valueOf(number.group(1)));
        }
        // Documents begin with zeros too.
        return PADDED.matcher(wanted).matches()
                ? query.where("(i.number = (?::text)::bigint or strpos(i.search, ?::text) > 0)", wanted)
                : query.search("(i.search || ' ' || coalesce(n.search, ''))", text);
    }

    /** The invoice, or 404. */
    Uni<InvoiceDetail> detail(Caller caller, UUID id) {
        return tenancy.query(caller, BY_ID, Tuple.of(id))
                .map(DETAIL::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<CustomerBalance> balance(Caller caller, UUID customerId, LocalDate today) {
        return tenancy.query(caller, BALANCE, Tuple.of(customerId, today))
                .map(rows -> new CustomerBalance(today, AMOUNTS.all(rows)));
    }
}
