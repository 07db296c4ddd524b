package dev.pulso.store.imports;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stores rows of files as records of one kind. A bean of the module that owns the records. */
public interface RowImporter {
    /** The field whose value a record is found again by. Rows of one batch never share a value of it. */
    String KEY = "external_id";

    /** Public name, such as {@code deals}. */
    String entity();

    /** What somebody must be allowed who imports: rows make records, change those that are there, and tell of them. */
    Set<String> permissions();

    List<ImportField> fields();

    /** Tables that grow with the rows; the planner is told when many have come. */
    Set<String> tables();

    /** Fields of which {@link #prepare} must know all values in the file (at most 200 each). */
    default Set<String> surveyed() {
        return Set.of();
    }

    /** Refuses a request that can be known to fail before a row is read, with violations. Nothing is created yet. */
    default Uni<Void> check(Caller caller, ImportRequest request) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Makes what all rows share, in a {@code Tenancy.write} transaction before the first batch. A resumed import does it
     * again: it must find what it made.
     *
     * @param survey the distinct values of the surveyed fields, in order of appearance
     * @return facts about the result for people and programs, such as {@code pipeline_id}
     */
    default Uni<Map<String, String>> prepare(Caller caller, ImportRequest request, Map<String, List<String>> survey) {
        return Uni.createFrom().item(Map.of());
    }

    /**
     * Stores a batch with a few statements inside the open {@code Tenancy.sql} transaction, which also records the
     * progress. When it fails, the batch is rolled back and tried in halves until the culprit is alone.
     *
     * @param prepared what {@link #prepare} answered
     */
    Uni<BatchResult> write(Caller caller, ImportRequest request, Map<String, String> prepared, List<ImportRow> rows);
}
