package dev.pulso.store.question;

import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.RowsSummary;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks lists what a question says, as the person at the screen would: by the caller's rights and reach. The question has to be a
 * {@linkplain Lists#checked checked} one.
 */
@Singleton
public class ListQuestions {
    private final Tenancy tenancy;
    private final Lists lists;
    private final Map<String, ListSource<?>> sources = new HashMap<>();

    ListQuestions(Tenancy tenancy, Lists lists, @All List<ListSource<?>> sources) {
        this.tenancy = tenancy;
        this.lists = lists;
        sources.forEach(source -> this.sources.put(source.kind(), source));
        if (!this.sources.keySet().equals(lists.kinds())) {
            throw new IllegalStateException("the contract has lists of " + lists.kinds() + ", and there are sources of "
                    + this.sources.keySet());
        }
    }

    /** A page of rows, with the cursor of the next one. 403 for who may not read the kind. */
    public Uni<Page<? extends Record>> page(Caller caller, ListQuestion question, int limit, @Nullable String cursor) {
        return page(source(caller, question), caller, question, limit, cursor);
    }

    /** What a row of a {@link #page} shows that is none of its components. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> workedOut(String kind, Record row) {
        return ((ListSource<Record>) Objects.requireNonNull(sources.get(kind))).workedOut(row);
    }

    private <T extends Record> Uni<Page<? extends Record>> page(
            ListSource<T> source, Caller caller, ListQuestion question, int limit, @Nullable String cursor) {
        return select(source, question)
                .page(
                        tenancy,
                        caller,
                        request(question, limit, cursor),
                        lists.defaultSort(question.kind()),
                        source::read)
                .map(page -> page);
    }

    /** How many rows there are and what they are worth; of more than {@code most} no more than that there are more. */
    public Uni<RowsSummary> summary(Caller caller, ListQuestion question, int most) {
        return select(source(caller, question), question).summary(tenancy, caller, request(question, 1, null), most);
    }

    /** The ids of the rows after {@code after}, in the order of ids, {@code limit} at most: a walk that no edit disturbs. */
    public Uni<List<UUID>> ids(Caller caller, ListQuestion question, @Nullable UUID after, int limit) {
        return select(source(caller, question), question).ids(tenancy, caller, request(question, limit, null), after);
    }

    private static KeysetQuery select(ListSource<?> source, ListQuestion question) {
        return source.select(new Asked(question.filters()));
    }

    private PageRequest request(ListQuestion question, int limit, @Nullable String cursor) {
        return PageRequest.of(limit, question.sort(), cursor, null, false, lists.grammar(question));
    }

    private ListSource<?> source(Caller caller, ListQuestion question) {
        lists.requireReading(caller, question.kind());
        return sources.get(question.kind());
    }
}
