package dev.pulso.lists.internal.bulk;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.store.bulk.BulkChange;
import org.jspecify.annotations.Nullable;

/** What has become of an item. */
record BulkResult(
        int place,
        String state,
        @Nullable String code,
        @Nullable String detail,
        @Nullable String before,
        @Nullable Integer version) {
    private static final int LONGEST = 300;

    static BulkResult of(BulkItem item, BulkChange change) {
        return new BulkResult(
                item.place(),
                change.changed() ? "done" : "unchanged",
                null,
                null,
                change.before() == null ? null : change.before().encode(),
                change.version());
    }

    static BulkResult refused(BulkItem item, Problem problem) {
        String detail = problem.detail();
        return new BulkResult(
                item.place(),
                "refused",
                problem.code(),
                detail == null ? null : Texts.shortened(detail, LONGEST),
                null,
                null);
    }
}
