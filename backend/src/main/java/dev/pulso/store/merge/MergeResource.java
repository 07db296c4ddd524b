package dev.pulso.store.merge;

import dev.pulso.api.MergesApi;
import dev.pulso.api.model.DuplicateKind;
import dev.pulso.api.model.Merge;
import dev.pulso.api.model.MergePage;
import dev.pulso.api.model.MergeRequest;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;

/** Merges over HTTP: translates, nothing else. */
@AtMostOnce
class MergeResource implements MergesApi {
    private final Merges merges;
    private final CallerContext context;

    MergeResource(Merges merges, CallerContext context) {
        this.merges = merges;
        this.context = context;
    }

    @Override
    public Uni<Merge> mergeLead(UUID id, MergeRequest body) {
        return merge("lead", id, body);
    }

    @Override
    public Uni<Merge> mergeCompany(UUID id, MergeRequest body) {
        return merge("company", id, body);
    }

    @Override
    public Uni<Merge> mergeContact(UUID id, MergeRequest body) {
        return merge("contact", id, body);
    }

    @Override
    public Uni<Merge> mergeCustomer(UUID id, MergeRequest body) {
        return merge("customer", id, body);
    }

    @Override
    public Uni<MergePage> listMerges(String kind, Integer limit, String cursor) {
        return merges.list(context.caller(), kind, context.page(limit, null, cursor, null))
                .map(page -> new MergePage()
                        .data(page.data().stream().map(MergeResource::toApi).toList())
                        .nextCursor(page.nextCursor()));
    }

    @Override
    public Uni<Merge> undoMerge(UUID id) {
        return merges.undo(context.caller(), id).map(MergeResource::toApi);
    }

    private Uni<Merge> merge(String kind, UUID id, MergeRequest body) {
        return merges.merge(
                        context.caller(),
                        kind,
                        id,
                        context.requiredVersion(),
                        body.getOtherId(),
                        body.getOtherVersion(),
                        body.getTake() == null ? Set.of() : Set.copyOf(body.getTake()))
                .map(MergeResource::toApi);
    }

    private static Merge toApi(MergeData merge) {
        return new Merge()
                .id(merge.id())
                .kind(DuplicateKind.fromString(merge.kind()))
                .winnerId(merge.winnerId())
                .loserId(merge.loserId())
                .loserName(merge.loserName())
                .mergedById(merge.mergedById())
                .createdAt(merge.createdAt())
                .undoneAt(merge.undoneAt())
                .undoUntil(merge.createdAt().plus(Merges.UNDO));
    }
}
