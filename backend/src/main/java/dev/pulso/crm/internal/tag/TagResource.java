package dev.pulso.crm.internal.tag;

import dev.pulso.api.TagsApi;
import dev.pulso.api.model.Tag;
import dev.pulso.api.model.TagPage;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Rows;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;

/** The tags of a company over HTTP. They follow from the records that have them, so there is nothing to write. */
class TagResource implements TagsApi {
    private static final Rows<TagData> ROWS = Rows.of(TagData.class, "t");

    private final Tenancy tenancy;
    private final CallerContext context;

    TagResource(Tenancy tenancy, CallerContext context) {
        this.tenancy = tenancy;
        this.context = context;
    }

    @Override
    public Uni<TagPage> listTags(String q, Integer limit, String cursor) {
        return KeysetQuery.select(ROWS, "tags t")
                .search("t.name_key", q)
                .sortable("name", "t.name", "text")
                .page(tenancy, context.caller(), context.page(limit, null, cursor, null), "name", ROWS::read)
                .map(page -> new TagPage()
                        .data(page.data().stream()
                                .map(tag -> new Tag().id(tag.id()).name(tag.name()))
                                .toList())
                        .nextCursor(page.nextCursor()));
    }
}
