package dev.pulso.edge.web;

import dev.pulso.api.model.RemovedRecord;
import dev.pulso.store.data.Removed;
import java.util.List;

/** What has left a list, at the edge of the API. */
public final class RemovedMapper {
    private RemovedMapper() {}

    public static List<RemovedRecord> toApi(List<Removed> removed) {
        return removed.stream()
                .map(one -> new RemovedRecord()
                        .id(one.id())
                        .removed(true)
                        .reason(RemovedRecord.ReasonEnum.fromString(one.reason()))
                        .updatedAt(one.updatedAt()))
                .toList();
    }
}
