package dev.pulso.store.timeline;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One kind of entries of timelines: a bean of the module that keeps what they tell of. */
public interface TimelineSource {

    /** As the contract calls it. */
    String kind();

    /** Of those who see its entries; null: of all who see the record. */
    @Nullable
    String permission();

    /**
     * By the table of the records whose timelines have such entries: the entries of the record {@code $1} before the moment {@code $2}
     * or, at that moment, before the id {@code $3}, the newest first, {@code $4} at most. They answer {@code at} and {@code id}.
     */
    Map<String, String> statements();

    /** What a row of the statements tells. */
    TimelineEntry read(Row row);
}
