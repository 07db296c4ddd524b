package dev.pulso.crm.internal.duplicate;

import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where records may be that are the same, and what they are weighed by. */
@ApplicationScoped
class DuplicateQueries {
    private static final int MOST_SIMILAR = 10;

    /** Of a key that many have a few are enough: it says little. Records one by one: joined at once, the words of every name would be made. */
    private static final String SIMILAR = """
        with typed as (
            select duplicate_keys_of($1, $2, $3, $4, $5, $6) as keys, name_words($2, $1) as words,
                   case when $1 then domain_of($6) end as domain
        ), found as (
            select distinct d.kind, d.record_id
            from typed t cross join unnest(t.keys) k (key) cross join unnest($7::text[]) o (kind)
            cross join lateral (
                select kind, record_id from duplicate_keys d where d.kind = o.kind and d.key = k.key order by record_id limit 50) d
            where d.record_id is distinct from $8
        )
        select t.words as typed_words, t.domain as typed_domain, l.kind, l.id, l.name, l.detail, l.of_company, l.words, l.email, l.phone,
               l.tax_id, l.domain,
               (select count(*)::int from (
                    select from duplicate_keys n where n.kind = l.kind
                    and n.key = (select k from unnest(t.keys) k where left(k, 2) = 'n:') limit 20) few) as namesakes
        from typed t cross join found f
        cross join lateral (select * from likenesses l where l.kind = f.kind and l.id = f.record_id offset 0) l\
        """;

    private static final String BLOCKS = """
        select key, count(*)::int as records, case when count(*) <= $4 then array_agg(record_id) end as ids
        from duplicate_keys where kind = $1 and key > $2 group by key having count(*) > 1 order by key limit $3\
        """;

    private static final String OF = """
        select l.id, l.of_company, l.words, l.email, l.phone, l.tax_id, l.domain,
               (select count(*)::int from (
                    select from duplicate_keys n where n.kind = l.kind
                    and n.key = (select d.key from duplicate_keys d where d.record_id = l.id and d.kind = l.kind and left(d.key, 2) = 'n:')
                    limit 20) few) as namesakes
        from likenesses l where l.kind = $1 and l.id = any($2)\
        """;

    private static final String PAIR = "p.id, p.kind, p.weight, p.reasons, p.status, p.created_at, p.updated_at,"
            + " a.id as first_id, a.name as first_name, a.detail as first_detail, a.email as first_email, a.phone as first_phone,"
            + " b.id as second_id, b.name as second_name, b.detail as second_detail, b.email as second_email,"
            + " b.phone as second_phone";

    private final Tenancy tenancy;

    DuplicateQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Records with one key. @param ids null when there are too many to look at */
    record Block(String key, int records, @Nullable List<UUID> ids) {}

    /** @param namesakes how many of the kind have its first and last name */
    record Weighed(Likeness likeness, int namesakes) {}

    /** One of a pair. */
    record Half(
            UUID id,
            String name,
            @Nullable String detail,
            @Nullable String email,
            @Nullable String phone) {}

    /** Two records that may be one. */
    record Pair(
            UUID id,
            DuplicateKind kind,
            int weight,
            List<String> reasons,
            boolean dismissed,
            Half first,
            Half second) {}

    /** The likeliest first. */
    Uni<List<Similar>> similar(Caller caller, Typed typed, List<DuplicateKind> among) {
        return tenancy.query(
                        caller,
                        SIMILAR,
                        Tuple.tuple()
                                .addBoolean(typed.ofCompany())
                                .addString(typed.name())
                                .addString(typed.email())
                                .addString(typed.phone())
                                .addString(typed.taxId())
                                .addString(typed.website())
                                .addArrayOfString(
                                        among.stream().map(DuplicateKind::code).toArray(String[]::new))
                                .addUUID(typed.except()))
                .map(rows -> {
                    List<Similar> found = new ArrayList<>();
                    rows.forEach(row -> {
                        Likeness as = new Likeness(
                                typed.ofCompany(),
                                List.of(row.getArrayOfStrings("typed_words")),
                                typed.email(),
                                typed.phone(),
                                typed.taxId(),
                                row.getString("typed_domain"));
                        Weight weight = Weight.of(as, likeness(row), row.getInteger("namesakes") + 1);
                        if (weight.isWorthALook()) {
                            found.add(new Similar(
                                    DuplicateKind.of(row.getString("kind")),
                                    row.getUUID("id"),
                                    row.getString("name"),
                                    row.getString("detail"),
                                    weight));
                        }
                    });
                    return found.stream()
                            .sorted(Comparator.comparingInt(
                                            (Similar one) -> -one.weight().total())
                                    .thenComparing(Similar::name))
                            .limit(MOST_SIMILAR)
                            .toList();
                });
    }

    /** The next blocks of a kind in the order of their keys. */
    Uni<List<Block>> blocks(Caller caller, DuplicateKind kind, String after, int limit, int most) {
        return tenancy.query(caller, BLOCKS, Tuple.of(kind.code(), after, limit, most))
                .map(rows -> {
                    List<Block> blocks = new ArrayList<>();
                    rows.forEach(row -> {
                        UUID[] ids = row.getArrayOfUUIDs("ids");
                        blocks.add(new Block(
                                row.getString("key"), row.getInteger("records"), ids == null ? null : List.of(ids)));
                    });
                    return blocks;
                });
    }

    Uni<Map<UUID, Weighed>> likenesses(Caller caller, DuplicateKind kind, List<UUID> ids) {
        return tenancy.query(caller, OF, Tuple.of(kind.code(), ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Weighed> found = new HashMap<>();
                    rows.forEach(row ->
                            found.put(row.getUUID("id"), new Weighed(likeness(row), row.getInteger("namesakes"))));
                    return found;
                });
    }

    /** The likeliest first; of records that the caller does not see there is no pair. */
    Uni<Page<Pair>> pairs(Caller caller, DuplicateKind kind, boolean dismissed, PageRequest page) {
        return KeysetQuery.select(
                        PAIR,
                        "duplicate_pairs p join likenesses a on a.kind = p.kind and a.id = p.first_id"
                                + " join likenesses b on b.kind = p.kind and b.id = p.second_id",
                        "p.id")
                .where("p.kind = ?", kind.code())
                .where("p.status = ?", dismissed ? "dismissed" : "open")
                .sortable("weight", "p.weight", "int")
                .page(tenancy, caller, page, "-weight", DuplicateQueries::pair);
    }

    private static Likeness likeness(Row row) {
        return new Likeness(
                row.getBoolean("of_company"),
                List.of(row.getArrayOfStrings("words")),
                row.getString("email"),
                row.getString("phone"),
                row.getString("tax_id"),
                row.getString("domain"));
    }

    private static Pair pair(Row row) {
        return new Pair(
                row.getUUID("id"),
                DuplicateKind.of(row.getString("kind")),
                row.getInteger("weight"),
                List.of(row.getArrayOfStrings("reasons")),
                row.getString("status").equals("dismissed"),
                half(row, "first_"),
                half(row, "second_"));
    }

    private static Half half(Row row, String of) {
        return new Half(
                row.getUUID(of + "id"),
                row.getString(of + "name"),
                row.getString(of + "detail"),
                row.getString(of + "email"),
                row.getString(of + "phone"));
    }
}
