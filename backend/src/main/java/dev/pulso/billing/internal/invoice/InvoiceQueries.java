package dev.pulso.billing.internal.invoice;

import dev.pulso.billing.CustomerBalance;
import dev.pulso.billing.InvoiceData;
import dev.pulso.billing.InvoiceDetail;
import dev.pulso.billing.InvoiceItemData;
import dev.pulso.billing.InvoiceStatus;
import dev.pulso.billing.ItemKind;
import dev.pulso.billing.PaymentData;
import dev.pulso.billing.PaymentMethod;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Invoices as they are read: in one statement each, however many rows, items and payments. */
@ApplicationScoped
class InvoiceQueries {
    private static final String COLUMNS = """
        i.id, i.number, i.customer_id, i.customer_name, i.customer_tax_id, i.contract_id, i.period_start, i.period_end,
        i.currency, i.total_cents, i.paid_cents, i.status, i.issued_on, i.due_on, i.overdue_since, i.last_paid_on,
        i.created_at, i.updated_at, i.version\
        """;
    // The quantity as text: JSON would make it a binary fraction.
    private static final String ITEMS = """
        coalesce((select json_agg(json_build_object('description', t.description, 'kind', t.kind, 'quantity', t.quantity::text,
                      'unit_cents', t.unit_cents, 'total_cents', t.total_cents) order by t.position)
                  from invoice_items t where t.tenant_id = i.tenant_id and t.invoice_id = i.id), '[]') as items\
        """;
    private static final String PAYMENTS = """
        coalesce((select json_agg(json_build_object('id', p.id, 'amount_cents', p.amount_cents, 'method', p.method,
                      'paid_on', p.paid_on, 'reference', p.reference, 'recorded_at', p.recorded_at) order by p.id)
                  from payments p where p.tenant_id = i.tenant_id and p.invoice_id = i.id), '[]') as payments\
        """;
    private static final String DETAIL = "select " + COLUMNS + ", i.cancel_reason, i.notes, " + ITEMS + ", " + PAYMENTS
            + " from invoices i where i.id = $1";
    private static final String PAYMENTS_OF =
            "select i.id, i.customer_id, i.currency, " + PAYMENTS + " from invoices i where i.id = $1";

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

    private static final String BALANCE = """
            select currency,
                   sum(total_cents - paid_cents)::bigint as open,
                   coalesce(sum(total_cents - paid_cents) filter (where due_on < $2), 0)::bigint as overdue,
                   count(*) as invoices,
                   count(*) filter (where due_on < $2) as overdue_invoices
            from invoices where customer_id = $1 and status = 'issued' and total_cents > paid_cents
            group by currency order by currency""";

    private final Tenancy tenancy;

    InvoiceQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    record Filter(
            @Nullable UUID customerId,
            @Nullable UUID contractId,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable LocalDate paidFrom,
            @Nullable LocalDate paidTo,
            @Nullable String query) {

        /** One payment has to lie within both days, so they make one condition; an open end is as far as dates go. */
        LocalDate @Nullable [] paidBetween() {
            return paidFrom == null && paidTo == null
                    ? null
                    : new LocalDate[] {paidFrom == null ? EVER : paidFrom, paidTo == null ? NEVER : paidTo};
        }
    }

    Uni<Page<InvoiceData>> list(Caller caller, Filter filter, PageRequest page) {
        // The customer's present name beside the one it was billed by, joined only where it is looked for.
        String from = filter.query() == null
                ? "invoices i"
                : "invoices i left join customer_names n on n.tenant_id = i.tenant_id and n.id = i.customer_id";
        KeysetQuery query = KeysetQuery.select(COLUMNS, from, "i.id")
                .where("i.customer_id = ?", filter.customerId())
                .where("i.contract_id = ?", filter.contractId())
                .where("i.due_on >= ?", filter.dueFrom())
                .where("i.due_on <= ?", filter.dueTo())
                .where(PAID_BETWEEN, filter.paidBetween());
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
                .page(tenancy, caller, page, "-created_at", InvoiceQueries::data);
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
        return one(
                caller,
                DETAIL,
                id,
                row -> new InvoiceDetail(
                        data(row), row.getString("cancel_reason"), row.getString("notes"), items(row), payments(row)));
    }

    /** The payments of an invoice, or 404. */
    Uni<List<PaymentData>> payments(Caller caller, UUID invoiceId) {
        return one(caller, PAYMENTS_OF, invoiceId, InvoiceQueries::payments);
    }

    Uni<CustomerBalance> balance(Caller caller, UUID customerId, LocalDate today) {
        return tenancy.query(caller, BALANCE, Tuple.of(customerId, today))
                .map(rows -> new CustomerBalance(
                        today, rows.stream().map(InvoiceQueries::amount).toList()));
    }

    private static CustomerBalance.Amount amount(Row row) {
        return new CustomerBalance.Amount(
                row.getString("currency"),
                row.getLong("open"),
                row.getLong("overdue"),
                row.getLong("invoices"),
                row.getLong("overdue_invoices"));
    }

    private <T> Uni<T> one(Caller caller, String sql, UUID id, Function<Row, T> mapper) {
        return tenancy.query(caller, sql, Tuple.of(id)).map(rows -> {
            if (rows.size() == 0) {
                throw Problem.notFound();
            }
            return mapper.apply(rows.iterator().next());
        });
    }

    private static InvoiceData data(Row row) {
        InvoiceStatus status = InvoiceStatus.valueOf(row.getString("status"));
        return new InvoiceData(
                row.getUUID("id"),
                row.getLong("number"),
                row.getUUID("customer_id"),
                row.getString("customer_name"),
                row.getString("customer_tax_id"),
                row.getUUID("contract_id"),
                row.getLocalDate("period_start"),
                row.getLocalDate("period_end"),
                row.getString("currency"),
                row.getLong("total_cents"),
                row.getLong("paid_cents"),
                InvoiceStatus.of(status, row.getLocalDate("overdue_since")),
                row.getLocalDate("issued_on"),
                row.getLocalDate("due_on"),
                status == InvoiceStatus.paid ? row.getLocalDate("last_paid_on") : null,
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }

    private static List<InvoiceItemData> items(Row row) {
        return objects(row, "items")
                .map(item -> new InvoiceItemData(
                        item.getString("description"),
                        ItemKind.valueOf(item.getString("kind")),
                        new BigDecimal(item.getString("quantity")).stripTrailingZeros(),
                        item.getLong("unit_cents"),
                        item.getLong("total_cents")))
                .toList();
    }

    private static List<PaymentData> payments(Row row) {
        UUID invoiceId = row.getUUID("id");
        UUID customerId = row.getUUID("customer_id");
        String currency = row.getString("currency");
        return objects(row, "payments")
                .map(payment -> new PaymentData(
                        UUID.fromString(payment.getString("id")),
                        invoiceId,
                        customerId,
                        currency,
                        payment.getLong("amount_cents"),
                        PaymentMethod.valueOf(payment.getString("method")),
                        LocalDate.parse(payment.getString("paid_on")),
                        payment.getString("reference"),
                        OffsetDateTime.parse(payment.getString("recorded_at")).toInstant()))
                .toList();
    }

    private static java.util.stream.Stream<JsonObject> objects(Row row, String column) {
        return row.get(JsonArray.class, column).stream().map(JsonObject.class::cast);
    }
}
