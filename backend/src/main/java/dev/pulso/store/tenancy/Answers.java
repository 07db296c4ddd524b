package dev.pulso.store.tenancy;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What several statements answered that were asked together. */
public final class Answers {
    private final Map<Read<?>, RowSet<Row>> rows = new IdentityHashMap<>();

    Answers(List<? extends Read<?>> reads, List<RowSet<Row>> answered) {
        for (int i = 0; i < reads.size(); i++) {
            rows.put(reads.get(i), answered.get(i));
        }
    }

    /** What this one of them answered. */
    public <T> T of(Read<T> read) {
        RowSet<Row> answered = rows.get(read);
        if (answered == null) {
            throw new IllegalArgumentException("it was not among those that were asked");
        }
        return read.answer().apply(answered);
    }
}
