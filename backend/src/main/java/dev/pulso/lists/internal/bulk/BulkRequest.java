package dev.pulso.lists.internal.bulk;

import dev.pulso.store.bulk.BulkOrder;
import dev.pulso.store.question.ListQuestion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with which records.
 *
 * @param ids of the records, or empty where a question says which
 * @param versions of the records that somebody has seen, null where any will do
 * @param except of a question all but these
 * @param expected of a question: how many the caller has been told that there are
 */
record BulkRequest(
        BulkOrder order,
        List<UUID> ids,
        List<@Nullable Integer> versions,
        @Nullable ListQuestion question,
        List<UUID> except,
        @Nullable Integer expected) {}
