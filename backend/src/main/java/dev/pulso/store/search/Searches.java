package dev.pulso.store.search;

import dev.pulso.kernel.Cursor;
import dev.pulso.kernel.PhoneNumber;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.store.search.SearchHit.Group;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds records of all kinds by words (docs/adr/0057-search.md), in two round trips: how common the words are in each kind, then a statement
 * for each kind that knows all of them. It begins with the rarest word and takes in the others, each a range of the index; the
 * records themselves, which row-level security shows or hides, are looked at last and only until there are enough.
 */
@ApplicationScoped
public class Searches {
    /** Words that are looked for. */
    private static final int WORDS = 6;

    private final Tenancy tenancy;
    private final Map<String, SearchKind> kinds = new LinkedHashMap<>();

    Searches(Tenancy tenancy, @All List<SearchSource> sources) {
        this.tenancy = tenancy;
        sources.stream().flatMap(source -> source.kinds().stream()).forEach(kind -> kinds.put(kind.name(), kind));
    }

    /** Words that a record must know, each of which may be the beginning of one; the rarest first. */
    private record Reading(SearchKind kind, int number, List<SearchStatements.Term> terms) {}

    /**
     * What was found, by kind: those with the best hits first.
     *
     * @param wanted kinds; all when empty
     * @param limit hits of each kind
     */
    public Uni<List<Group>> find(
            Caller caller, @Nullable String query, Set<String> wanted, int limit, @Nullable String cursor) {
        if (cursor != null && !cursor.isEmpty() && wanted.size() != 1) {
            throw Problem.invalid("cursor", "goes on with exactly one kind", "cursor");
        }
        String words = query == null ? "" : Texts.trim(query);
        String order = String.join(",", wanted) + " " + Integer.toHexString(words.hashCode());
        Cursor after = Cursor.decode(cursor, order, 2);
        List<SearchKind> asked = kinds.values().stream()
                .filter(kind -> wanted.isEmpty() || wanted.contains(kind.name()))
                .filter(kind -> caller.may(kind.permission()))
                .toList();
        if (words.isEmpty() || asked.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return tenancy.query(caller, SearchStatements.COUNTS, Tuple.of(words, phone(words), names(asked), WORDS))
                .chain(rows -> found(caller, readings(rows), order, after, limit));
    }

    private static String[] names(List<SearchKind> asked) {
        return asked.stream().map(SearchKind::name).toArray(String[]::new);
    }

    /** A telephone number is kept with its country, whatever was typed. */
    private static @Nullable String phone(String words) {
        return PhoneNumber.parse(words)
                .toOptional()
                .map(number -> number.e164().substring(1))
                .orElse(null);
    }

    /** The readings of which a kind knows every word. */
    private List<Reading> readings(RowSet<Row> rows) {
        Map<String, Map<Integer, List<SearchStatements.Term>>> counted = new LinkedHashMap<>();
        for (Row row : rows) {
            counted.computeIfAbsent(row.getString("kind"), each -> new LinkedHashMap<>())
                    .computeIfAbsent(row.getInteger("reading"), each -> new ArrayList<>())
                    .add(new SearchStatements.Term(row.getString("term"), row.getLong("records")));
        }
        List<Reading> readings = new ArrayList<>();
        counted.forEach((kind, byNumber) -> {
            List<List<SearchStatements.Term>> before = new ArrayList<>();
            byNumber.forEach((number, terms) -> {
                List<SearchStatements.Term> telling = terms.stream()
                        .distinct()
                        // What a longer word begins with is found with it.
                        .filter(term -> terms.stream()
                                .noneMatch(other ->
                                        other.text().length() > term.text().length()
                                                && other.text().startsWith(term.text())))
                        .sorted(Comparator.comparing(SearchStatements.Term::records))
                        .toList();
                if (telling.stream().allMatch(term -> term.records() > 0) && !before.contains(telling)) {
                    before.add(telling);
                    readings.add(new Reading(Objects.requireNonNull(kinds.get(kind)), number, telling));
                }
            });
        });
        return readings;
    }

    /** A hit, and its place among the others. */
    private record Placed(SearchHit hit, int points) {
        Place place() {
            return new Place(points, hit.id());
        }
    }

    /**
     * @param end the place of the last row that was read, whether it is told or not; null when there are no more rows after it
     */
    private record Part(
            Reading reading, List<Placed> hits, @Nullable Place end) {}

    /** The best come first; of equals the newest. */
    private record Place(int points, UUID id) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int by = Integer.compare(other.points, points);
            return by == 0 ? other.id.toString().compareTo(id.toString()) : by;
        }
    }

    private Uni<List<Group>> found(
            Caller caller, List<Reading> readings, String order, @Nullable Cursor after, int limit) {
        if (readings.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return groups(caller, readings, order, after, limit, ROUNDS)
                .map(groups -> groups.stream()
                        .filter(ranked -> !ranked.group().hits().isEmpty())
                        .sorted(Comparator.comparing(Ranked::points).reversed())
                        .map(Ranked::group)
                        .toList());
    }

    /** Of a kind all of whose rows were found by what the caller may not read, the next ones are looked at, so many times. */
    private static final int ROUNDS = 20;

    private record Ranked(Group group, int points) {}

    private Uni<List<Ranked>> groups(
            Caller caller, List<Reading> readings, String order, @Nullable Cursor after, int limit, int rounds) {
        List<Read<Part>> reads = readings.stream()
                .map(reading -> new Read<>(
                        SearchStatements.find(
                                reading.kind(), reading.terms(), !caller.reach().isEmpty()),
                        SearchStatements.values(reading.terms(), after, limit),
                        rows -> part(caller, reading, rows, limit)))
                .toList();
        return tenancy.query(caller, reads).chain(answers -> {
            Map<String, List<Part>> byKind = new LinkedHashMap<>();
            for (Read<Part> read : reads) {
                Part part = answers.of(read);
                byKind.computeIfAbsent(part.reading().kind().name(), each -> new ArrayList<>())
                        .add(part);
            }
            List<Ranked> groups = new ArrayList<>();
            Uni<Void> rest = Uni.createFrom().voidItem();
            for (Map.Entry<String, List<Part>> kind : byKind.entrySet()) {
                Ranked ranked = ranked(kind.getKey(), kind.getValue(), order, limit);
                Cursor next = Cursor.decode(ranked.group().nextCursor(), order, 2);
                if (!ranked.group().hits().isEmpty() || next == null || rounds == 1) {
                    groups.add(ranked);
                    continue;
                }
                List<Reading> again =
                        kind.getValue().stream().map(Part::reading).toList();
                rest = rest.chain(() -> groups(caller, again, order, next, limit, rounds - 1)
                        .invoke(groups::addAll)
                        .replaceWithVoid());
            }
            return rest.replaceWith(groups);
        });
    }

    /** What several readings have found, as far as all of them have been read. */
    private static Ranked ranked(String kind, List<Part> parts, String order, int limit) {
        Place horizon = parts.stream()
                .map(Part::end)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Map<UUID, Placed> best = new HashMap<>();
        for (Part part : parts) {
            part.hits()
                    .forEach(placed -> best.merge(
                            placed.hit().id(), placed, (one, two) -> one.points() >= two.points() ? one : two));
        }
        List<Placed> all = best.values().stream()
                .filter(placed -> horizon == null || placed.place().compareTo(horizon) <= 0)
                .sorted(Comparator.comparing(Placed::place))
                .toList();
        List<Placed> shown = all.subList(0, Math.min(limit, all.size()));
        Place end = all.size() > limit ? shown.getLast().place() : horizon;
        return new Ranked(
                new Group(
                        kind,
                        shown.stream().map(Placed::hit).toList(),
                        end == null ? null : Cursor.encode(order, end.points(), end.id())),
                shown.isEmpty() ? 0 : shown.getFirst().points());
    }

    private static Part part(Caller caller, Reading reading, RowSet<Row> rows, int limit) {
        List<Placed> hits = new ArrayList<>();
        Place end = null;
        int read = 0;
        for (Row row : rows) {
            if (read++ == limit) {
                return new Part(reading, hits, end);
            }
            end = new Place(row.getInteger("points"), row.getUUID("id"));
            SearchHit hit =
                    SearchStatements.hit(caller, reading.kind(), reading.terms().size(), row);
            if (hit != null) {
                hits.add(new Placed(hit, end.points()));
            }
        }
        return new Part(reading, hits, null);
    }
}
