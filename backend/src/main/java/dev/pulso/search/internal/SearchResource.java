package dev.pulso.search.internal;

import dev.pulso.api.SearchApi;
import dev.pulso.api.model.SearchAnswer;
import dev.pulso.api.model.SearchGroup;
import dev.pulso.api.model.SearchKind;
import dev.pulso.api.model.SearchMatch;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.search.SearchHit;
import dev.pulso.store.search.Searches;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

/** Search over HTTP: translates, nothing else. */
class SearchResource implements SearchApi {
    private static final List<String> KINDS =
            Stream.of(SearchKind.values()).map(SearchKind::value).toList();

    private final Searches searches;
    private final CallerContext context;

    SearchResource(Searches searches, CallerContext context) {
        this.searches = searches;
        this.context = context;
    }

    @Override
    public Uni<SearchAnswer> search(String q, Integer limit, String cursor) {
        return searches.find(context.caller(), q, context.anyOf("kind", KINDS), limit, cursor)
                .map(groups -> new SearchAnswer()
                        .data(groups.stream().map(SearchResource::group).toList()));
    }

    private static SearchGroup group(SearchHit.Group group) {
        return new SearchGroup()
                .kind(SearchKind.fromString(group.kind()))
                .data(group.hits().stream().map(SearchResource::hit).toList())
                .nextCursor(group.nextCursor());
    }

    private static dev.pulso.api.model.SearchHit hit(SearchHit hit) {
        return new dev.pulso.api.model.SearchHit()
                .id(hit.id())
                .kind(SearchKind.fromString(hit.kind()))
                .title(hit.title())
                .detail(hit.detail())
                .status(hit.status())
                .amountCents(hit.amountCents())
                .currency(hit.currency())
                .parentId(hit.parentId())
                .matched(hit.matched().stream()
                        .map(match -> new SearchMatch().field(match.field()).text(match.text()))
                        .toList());
    }
}
