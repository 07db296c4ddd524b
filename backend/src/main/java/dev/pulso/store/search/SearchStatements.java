package dev.pulso.store.search;

import dev.pulso.kernel.Cursor;
import dev.pulso.store.tenancy.Caller;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements of a search. Their text depends on the kind and on how many words there are, so that they are prepared once. */
final class SearchStatements {
    /** From how many on it does not matter how many there are. */
    private static final int COMMON = 2_000;

    /** Of the records that know a common word as it was written: the newest. More than anybody goes through. */
    private static final int NEWEST = 2_000;

    /** The same where most of them may be somebody else's. */
    private static final int NEWEST_OF_OTHERS = 10_000;

    /** Of those that know a longer one. */
    private static final int BEGUN = 2_000;

    /** More than any sum of weights: a word as it was written counts before a longer one. */
    private static final int EXACT = 8;

    /** {@code $1} is what was typed, {@code $2} the same as a telephone number, {@code $3} the kinds, {@code $4} how many words. */
    static final String COUNTS = """
        with terms as materialized (
            select reading, place, term from search_terms($1)
            union all select 4, 1, search_number($2::text) where $2::text is not null
        )
        select k.kind, t.reading, t.term, counted.records
        from terms t cross join unnest($3::text[]) with ordinality k(kind, ordinal)
        cross join lateral (
            select count(*) as records from (
                select from search_words s
                where s.kind = k.kind collate "C" and s.word >= t.term collate "C" and s.word < search_beyond(t.term) collate "C"
                limit %d) few
        ) counted
        where t.place <= $4
        order by k.ordinal, t.reading, t.place\
        """.formatted(COMMON + 1);

    /** A beginning of a word, and how many records know it, up to a limit. */
    record Term(String text, long records) {}

    private SearchStatements() {}

    /**
     * {@code $1}, {@code $2} are where the page before has ended, {@code $3} how many rows are wanted, {@code $4} the terms; each of them is
     * a value of its own after that.
     */
    static String find(SearchKind kind, List<Term> terms, boolean limited) {
        StringBuilder points = new StringBuilder("w.points");
        for (int i = 1; i < terms.size(); i++) {
            points.append(known(kind, term(i)));
        }
        Term rarest = terms.getFirst();
        return """
            with begun as materialized (
                select record_id, max(points) as points from (%2$s) s group by record_id
            ), found as materialized (
                select w.record_id, (%1$s)::int as points from begun w
            ), shown as materialized (
                select f.points, f.record_id as id
                from (select points, record_id from found where points is not null and (points, record_id) < ($1::int, $2::uuid)
                      order by points desc, record_id desc) f
                cross join lateral (select from %3$s r where r.id = f.record_id offset 0) seen
                limit $3
            )
            select s.points, d.* from shown s cross join lateral (
                select r.id, %4$s as title, %5$s as status, %6$s as amount_cents, %7$s as currency, %8$s as parent_id,
                       jsonb_build_object(%9$s) as fields,
                       (select jsonb_agg(distinct jsonb_build_array(w.field, t.place))
                        from search_words_of(r) w join unnest($4::text[]) with ordinality t(term, place)
                            on w.word collate "C" >= t.term collate "C" and w.word collate "C" < search_beyond(t.term) collate "C") as matched
                from %3$s r where r.id = s.id offset 0
            ) d
            order by s.points desc, s.id desc\
            """.formatted(
                        points,
                        rarest.records() > COMMON
                                ? newest(kind, term(0), limited ? NEWEST_OF_OTHERS : NEWEST)
                                : range(kind, term(0)),
                        kind.table(),
                        kind.title(),
                        or(kind.status(), "null::text"),
                        or(kind.amount(), "null::bigint"),
                        or(kind.currency(), "null::text"),
                        or(kind.parent(), "null::uuid"),
                        kind.fields().stream()
                                .map(field -> "'" + field.name() + "', " + field.text())
                                .collect(Collectors.joining(", ")));
    }

    static Tuple values(List<Term> terms, @Nullable Cursor after, int limit) {
        Tuple values = Tuple.of(
                after == null
                        ? Integer.MAX_VALUE
                        : Objects.requireNonNull(after.number(0)).intValue(),
                after == null ? new UUID(-1, -1) : after.uuid(1),
                limit + 1,
                terms.stream().map(Term::text).toArray(String[]::new));
        terms.forEach(term -> values.addString(term.text()));
        return values;
    }

    private static String term(int index) {
        return "$" + (index + 5) + "::text";
    }

    private static String or(@Nullable String expression, String otherwise) {
        return expression == null ? otherwise : expression;
    }

    private static final String WORDS = "from search_words s where s.kind = '%1$s' and ";
    private static final String AS_WRITTEN = WORDS + "s.word = %2$s collate \"C\"";
    private static final String LONGER =
            WORDS + "s.word > %2$s collate \"C\" and s.word < search_beyond(%2$s) collate \"C\"";

    /**
     * The points of another word, null of a record that does not know it. A word as it was written is one look at the index for each record;
     * only when that fails longer ones are read, once, and looked up by hash, however many rows the planner takes either side for.
     */
    private static String known(SearchKind kind, String term) {
        return (" + case when (select true " + AS_WRITTEN + " and s.record_id = w.record_id) then %3$d"
                        + " when w.record_id in (select s.record_id " + LONGER + ") then 1 end")
                .formatted(kind.name(), term, EXACT);
    }

    /** Each record, as often as it knows such a word. */
    private static String range(SearchKind kind, String term) {
        return ("select s.record_id, s.weight + %3$d as points " + AS_WRITTEN
                        + " union all select s.record_id, s.weight " + LONGER)
                .formatted(kind.name(), term, EXACT);
    }

    private static String newest(SearchKind kind, String term, int most) {
        return ("(select s.record_id, s.weight + %3$d as points " + AS_WRITTEN
                        + " order by s.record_id desc limit %4$d) union all (select s.record_id, s.weight " + LONGER
                        + " limit %5$d)")
                .formatted(kind.name(), term, EXACT, most, BEGUN);
    }

    /** Null when it was only found by what the caller may not read, or by what is so no more. */
    static @Nullable SearchHit hit(Caller caller, SearchKind kind, int terms, Row row) {
        JsonObject texts = Objects.requireNonNull(row.getJsonObject("fields"));
        Set<String> told = new LinkedHashSet<>();
        kind.fields().stream()
                .filter(field -> field.permission() == null || caller.may(field.permission()))
                .forEach(field -> told.add(field.name()));
        JsonArray found = row.getJsonArray("matched");
        Set<Integer> places = new HashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; found != null && i < found.size(); i++) {
            JsonArray one = found.getJsonArray(i);
            if (told.contains(one.getString(0))) {
                names.add(one.getString(0));
                places.add(one.getInteger(1));
            }
        }
        if (places.size() < terms) {
            return null;
        }
        String title = row.getString("title");
        List<SearchHit.Match> matched = new ArrayList<>();
        String detail = null;
        for (String name : told) {
            String text = texts.getString(name);
            if (text != null && names.contains(name)) {
                matched.add(new SearchHit.Match(name, text));
            }
            if (detail == null && !Objects.equals(text, title)) {
                detail = text;
            }
        }
        return new SearchHit(
                row.getUUID("id"),
                kind.name(),
                title,
                detail,
                row.getString("status"),
                row.getLong("amount_cents"),
                row.getString("currency"),
                row.getUUID("parent_id"),
                matched);
    }
}
