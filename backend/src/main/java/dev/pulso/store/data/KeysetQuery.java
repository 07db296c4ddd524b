package dev.pulso.store.data;

import dev.pulso.kernel.Cursor;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list read by key: one statement per page whatever the page, stable while rows come and go. Conditions whose value is
 * null are left out. The sort names are the public ones; {@code id} breaks ties.
 *
 * <p>The statement text depends only on which conditions are present, so the prepared-statement cache serves it.
 */
public final class KeysetQuery {
    private record Sort(String expression, String type) {}

    /** Conditions of both ends, in which {@code ?} stands for the value. */
    private record Range(String from, String to, String type) {}

    /**
     * @param conditions of values that are no plain comparison; empty where all are
     */
    private record State(String expression, List<String> values, Map<String, String> conditions) {}

    private static final String IDS = "ids";
    private static final String FROM = "_from";
    private static final String TO = "_to";

    /** The order of changes, and the name it has in cursors. */
    private static final String CHANGED = "updated_at";

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:mm", "+00")
            .toFormatter(Locale.ROOT);

    private final String columns;
    private final String from;
    private final String idColumn;
    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();
    private final Map<String, Sort> sorts = new LinkedHashMap<>();
    private final Map<String, Range> ranges = new HashMap<>();
    private final Map<String, State> states = new HashMap<>();
    private @Nullable Sort changed;
    private @Nullable String customKind;
    private @Nullable Removals removals;
    private @Nullable String cents;
    private @Nullable String currency;

    private KeysetQuery(String columns, String from, String idColumn) {
        this.columns = columns;
        this.from = from;
        this.idColumn = idColumn;
    }

    /** @param idColumn the unique tie-breaker, such as {@code c.id} */
    public static KeysetQuery select(String columns, String from, String idColumn) {
        return new KeysetQuery(columns, from, idColumn);
    }

    /** @param rows what is read, by the alias of the table whose {@code id} breaks ties */
    public static KeysetQuery select(Rows<?> rows, String from) {
        return new KeysetQuery(rows.columns(), from, rows.alias() + ".id");
    }

    /** Adds {@code condition}, in which {@code ?} stands for the value, unless the value is null. */
    public KeysetQuery where(String condition, @Nullable Object value) {
        if (value != null) {
            values.addValue(value);
            conditions.add(condition.replace("?", "$" + values.size()));
        }
        return this;
    }

    /** Adds a condition without a value. */
    public KeysetQuery where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Every word of {@code query} must occur in the stored, normalised column; see {@link SearchWords}. */
    public KeysetQuery search(String column, @Nullable String query) {
        return search(word -> "strpos(" + column + ", normalize_search(" + word + ")) > 0", query);
    }

    /** The same for what a record is mentioned by in more than one place. */
    public KeysetQuery search(UnaryOperator<String> mentions, @Nullable String query) {
        String condition = SearchWords.condition(query, mentions, this::parameter);
        return condition == null ? this : where(condition);
    }

    /** Adds a value, and answers what stands for it in a condition. */
    String place(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    private String parameter(String value) {
        values.addString(value);
        return "$" + values.size();
    }

    /** A public sort name, what it sorts by (never null), and the SQL type its cursor value is read back as. */
    public KeysetQuery sortable(String name, String expression, String type) {
        sorts.put(name, new Sort(expression, type));
        return this;
    }

    /** A date, an instant or an amount that may be asked for by {@code <name>_from} and {@code <name>_to}, both included. */
    public KeysetQuery range(String name, String expression, String type) {
        return range(name, expression + " >= ?", expression + " <= ?", type);
    }

    /** The same by conditions, in which {@code ?} stands for the value: where more than a comparison tells where to look. */
    public KeysetQuery range(String name, String from, String to, String type) {
        ranges.put(name, new Range(from, to, type));
        return this;
    }

    /** A state that may be asked for by one or several of its values, separated by commas. */
    public KeysetQuery anyOf(String name, String expression, Stream<String> values) {
        states.put(name, new State(expression, values.toList(), Map.of()));
        return this;
    }

    /** The same for a state that is worked out: the condition of each of its values. */
    public KeysetQuery anyOf(String name, Map<String, String> conditions) {
        states.put(name, new State("", List.copyOf(conditions.keySet()), conditions));
        return this;
    }

    /** The company may add fields to these records; the list then takes filters by them (see {@link CustomFilters}). */
    public KeysetQuery custom(String kind) {
        customKind = kind;
        return this;
    }

    /**
     * Where a record's last change is stamped; the list then answers {@code updated_since}. The rows come in the order of
     * their changes, and only as far as no transaction can still add an older one: a reader that goes on from the last change
     * it has seen misses nothing.
     */
    public KeysetQuery changing(String column) {
        changed = new Sort(column, "timestamptz");
        return this;
    }

    /** Records of the table may be deleted, or come out of a caller's reach; the list then tells what has left, if asked. */
    public KeysetQuery leaving(String table) {
        removals = Removals.of(table);
        return this;
    }

    /**
     * The same for records that are reached as others are.
     *
     * @param joined the table, called {@code t}, and the others
     * @param reachedAs the owners of those by their kinds, as {@code removals.reached_as} keeps them
     */
    public KeysetQuery leaving(String table, String joined, String reachedAs, String... kinds) {
        removals = Removals.of(table, joined, reachedAs, List.of(kinds));
        return this;
    }

    /** What a row is worth, for sums of many. */
    public KeysetQuery worth(String cents, String currency) {
        this.cents = cents;
        this.currency = currency;
        return this;
    }

    /**
     * How many rows the filters leave, and what they are worth. No more than {@code most} are counted, so that it costs the same
     * however many there are.
     */
    public Uni<RowsSummary> summary(Tenancy tenancy, Caller caller, PageRequest request, int most) {
        return filter(tenancy, caller, request).chain(() -> summary(tenancy, caller, most));
    }

    private Uni<RowsSummary> summary(Tenancy tenancy, Caller caller, int most) {
        String sql =
                "select w.currency, count(*) as rows, least(coalesce(sum(w.cents), 0), %d)::bigint as cents from (select %s as currency, %s as cents from %s%s limit %d) w group by w.currency order by w.currency"
                        .formatted(
                                Long.MAX_VALUE,
                                currency == null ? "null::text" : currency,
                                cents == null ? "null::bigint" : cents,
                                from,
                                conditions(),
                                most + 1);
        return tenancy.query(caller, sql, values).map(rows -> {
            long counted = 0;
            List<RowsSummary.Sum> sums = new ArrayList<>();
            for (Row row : rows) {
                counted += row.getLong("rows");
                if (cents != null) {
                    sums.add(new RowsSummary.Sum(row.getString("currency"), row.getLong("cents"), row.getLong("rows")));
                }
            }
            return counted > most ? new RowsSummary(most, true, List.of()) : new RowsSummary(counted, false, sums);
        });
    }

    /** The ids that the filters leave after one of them, in their own order, which nothing moves. */
    public Uni<List<UUID>> ids(Tenancy tenancy, Caller caller, PageRequest request, @Nullable UUID after) {
        return filter(tenancy, caller, request).chain(() -> ids(tenancy, caller, request.limit(), after));
    }

    private Uni<List<UUID>> ids(Tenancy tenancy, Caller caller, int limit, @Nullable UUID after) {
        where(idColumn + " > ?", after);
        String sql = "select " + idColumn + " as id from " + from + conditions() + " order by " + idColumn + " limit "
                + limit;
        return tenancy.query(caller, sql, values).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID("id")));
            return ids;
        });
    }

    /**
     * What the filters ask for, for a statement of another shape over the same rows.
     *
     * @param and empty, or conditions that go on with {@code " and "}
     * @param values from $1 on
     */
    public record Conditions(String and, Tuple values) {}

    /** Its own conditions and those that the request asks for; the query is used up by it. */
    public Uni<Conditions> conditions(Tenancy tenancy, Caller caller, PageRequest request) {
        return filter(tenancy, caller, request)
                .map(done ->
                        new Conditions(conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions), values));
    }

    private String conditions() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** Runs the query for one page; {@code defaultSort} when the request names none. An unknown sort or cursor is a 400. */
    public <T> Uni<Page<T>> page(
            Tenancy tenancy, Caller caller, PageRequest request, String defaultSort, Function<Row, T> mapper) {
        return filter(tenancy, caller, request).chain(() -> filtered(tenancy, caller, request, defaultSort, mapper));
    }

    private <T> Uni<Page<T>> filtered(
            Tenancy tenancy, Caller caller, PageRequest request, String defaultSort, Function<Row, T> mapper) {
        // What is asked for, before what differs from page to page is added to it.
        String asked = fingerprint();
        Instant since = request.updatedSince();
        if (since == null) {
            return sorted(tenancy, caller, request, defaultSort, asked, mapper);
        }
        Sort order = Objects.requireNonNull(changed, "the list does not know when its rows changed");
        if (request.sort() != null) {
            throw Problem.invalid("sort", "what was updated_since comes in the order of change", "updated_since");
        }
        // In a statement of its own, before the rows are looked at: see changes_settled().
        return tenancy.query(caller, "select changes_settled() as settled", Tuple.tuple())
                .map(rows -> rows.iterator().next().getOffsetDateTime("settled"))
                .chain(settled -> where(order.expression() + " >= ?", since.atOffset(ZoneOffset.UTC))
                        .where(order.expression() + " < ?", settled)
                        .sortable(CHANGED, order.expression(), order.type())
                        .read(tenancy, caller, request, CHANGED, CHANGED, mapper)
                        .chain(rows -> request.removed() && removals != null
                                ? removals.between(
                                                tenancy,
                                                caller,
                                                since.atOffset(ZoneOffset.UTC),
                                                settled,
                                                Cursor.decode(request.cursor(), CHANGED, 2),
                                                request.limit() + 1)
                                        .map(left -> merged(rows, left, request.limit()))
                                : Uni.createFrom().item(page(rows, CHANGED, request.limit()))));
    }

    /** A row and its key. */
    private record Keyed<T>(T row, String value, UUID id) {}

    /** Rows and what has left, in one order of time: a page is the first so many of both. */
    private static <T> Page<T> merged(List<Keyed<T>> rows, List<Removals.Left> left, int limit) {
        List<T> data = new ArrayList<>();
        List<Removed> removed = new ArrayList<>();
        String value = "";
        UUID id = null;
        int row = 0;
        int gone = 0;
        while (data.size() + removed.size() < limit && (row < rows.size() || gone < left.size())) {
            if (gone == left.size() || (row < rows.size() && isBefore(rows.get(row), left.get(gone)))) {
                Keyed<T> next = rows.get(row++);
                data.add(next.row());
                value = next.value();
                id = next.id();
            } else {
                Removals.Left next = left.get(gone++);
                removed.add(next.removed());
                value = next.at();
                id = next.removed().id();
            }
        }
        boolean more = row < rows.size() || gone < left.size();
        return new Page<>(data, more ? Cursor.encode(CHANGED, value, id) : null, removed);
    }

    /** As the database compares: a UUID by its bytes, which its text keeps in order. */
    private static boolean isBefore(Keyed<?> row, Removals.Left left) {
        int order = time(row.value()).compareTo(left.time());
        return order < 0
                || (order == 0
                        && row.id().toString().compareTo(left.removed().id().toString()) < 0);
    }

    /** {@code 2026-11-30 14:25:00.123456+00}. */
    private static OffsetDateTime time(String text) {
        return OffsetDateTime.parse(text.replace(' ', 'T'), WRITTEN);
    }

    private static <T> Page<T> page(List<Keyed<T>> rows, String sortName, int limit) {
        boolean more = rows.size() > limit;
        List<Keyed<T>> shown = more ? rows.subList(0, limit) : rows;
        Keyed<T> last = more ? shown.getLast() : null;
        return new Page<>(
                shown.stream().map(Keyed::row).toList(),
                last == null ? null : Cursor.encode(sortName, last.value(), last.id()));
    }

    private Uni<Void> filter(Tenancy tenancy, Caller caller, PageRequest request) {
        filter(request);
        Map<String, String> custom = CustomFilters.among(request.filters());
        if (custom.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String kind = Objects.requireNonNull(customKind, "the contract declares filters that the list does not have");
        return CustomFilters.fields(tenancy, caller, kind)
                .invoke(fields -> CustomFilters.add(this, idColumn, fields, custom))
                .replaceWithVoid();
    }

    private void filter(PageRequest request) {
        // In the order of the names, so that equal questions are equal statements.
        new TreeMap<>(request.filters()).forEach((name, text) -> {
            if (CustomFilters.isOne(name)) {
                return;
            }
            if (name.equals(IDS)) {
                where(idColumn + " = any(?)", FilterGrammar.ids(name, text));
            } else if (states.containsKey(name)) {
                State state = states.get(name);
                Set<String> given = FilterGrammar.oneOf(name, text, state.values());
                if (!state.conditions().isEmpty()) {
                    where(given.stream()
                            .map(value -> "(" + state.conditions().get(value) + ")")
                            .collect(Collectors.joining(" or ", "(", ")")));
                    return;
                }
                // One value is a plain comparison, which an index in the order of the list serves.
                if (given.size() == 1) {
                    where(state.expression() + " = ?", given.iterator().next());
                } else {
                    where(state.expression() + " = any(?)", given.toArray(String[]::new));
                }
            } else {
                boolean from = name.endsWith(FROM);
                Range range = ranges.get(name.substring(0, Math.max(0, name.lastIndexOf('_'))));
                if (range == null || !(from || name.endsWith(TO))) {
                    throw new IllegalStateException(
                            "the contract declares a filter that the list does not have: " + name);
                }
                where(from ? range.from() : range.to(), FilterGrammar.value(name, text, range.type()));
            }
        });
    }

    private String fingerprint() {
        StringBuilder asked = new StringBuilder(String.join(" and ", conditions));
        for (int i = 0; i < values.size(); i++) {
            Object value = values.getValue(i);
            asked.append('|').append(value instanceof Object[] several ? Arrays.toString(several) : value);
        }
        return asked.toString();
    }

    private String orders() {
        return sorts.keySet().stream().map(name -> name + ", -" + name).collect(Collectors.joining(", "));
    }

    private <T> Uni<Page<T>> sorted(
            Tenancy tenancy,
            Caller caller,
            PageRequest request,
            String defaultSort,
            String asked,
            Function<Row, T> mapper) {
        String sortName = request.sort() == null ? defaultSort : request.sort();
        // A cursor goes on with the same rows in the same order; among others it would skip some without a word.
        String order = sortName + " " + Integer.toHexString(asked.hashCode());
        return read(tenancy, caller, request, sortName, order, mapper).map(rows -> page(rows, order, request.limit()));
    }

    /** One row more than the page has, if there is. */
    private <T> Uni<List<Keyed<T>>> read(
            Tenancy tenancy,
            Caller caller,
            PageRequest request,
            String sortName,
            String order,
            Function<Row, T> mapper) {
        boolean descending = sortName.startsWith("-");
        Sort sort = Optional.ofNullable(sorts.get(descending ? sortName.substring(1) : sortName))
                .orElseThrow(() -> Problem.invalid("sort", "must be one of " + orders(), "enum"));
        Cursor after = Cursor.decodeEither(request.cursor(), order, sortName, 2);
        if (after != null) {
            values.addString(after.text(0));
            values.addUUID(after.uuid(1));
            conditions.add("(%s, %s) %s ($%d::text::%s, $%d)"
                    .formatted(
                            sort.expression(),
                            idColumn,
                            descending ? "<" : ">",
                            values.size() - 1,
                            sort.type(),
                            values.size()));
        }
        String direction = descending ? " desc" : "";
        String sql = "select " + columns + ", (" + sort.expression() + ")::text as cursor_value, " + idColumn
                + " as cursor_id from " + from
                + conditions()
                + " order by " + sort.expression() + direction + ", " + idColumn + direction
                + " limit " + (request.limit() + 1);
        return tenancy.query(caller, sql, values).map(rows -> {
            List<Keyed<T>> found = new ArrayList<>();
            for (Row row : rows) {
                found.add(new Keyed<>(mapper.apply(row), row.getString("cursor_value"), row.getUUID("cursor_id")));
            }
            return found;
        });
    }
}
