package dev.pulso.lists.internal.view;

import static dev.pulso.lists.internal.view.ViewMapper.VIEWS;

import dev.pulso.api.ViewsApi;
import dev.pulso.api.model.View;
import dev.pulso.api.model.ViewCreate;
import dev.pulso.api.model.ViewPage;
import dev.pulso.api.model.ViewPatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Views over HTTP: translates, nothing else. */
@AtMostOnce
class ViewResource implements ViewsApi {
    private final ViewService views;
    private final CallerContext context;
    private final PatchBody patch;

    ViewResource(ViewService views, CallerContext context, PatchBody patch) {
        this.views = views;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<ViewPage> listViews(String sort, Integer limit, String cursor) {
        return views.list(context.caller(), context.page(limit, sort, cursor, null))
                .chain(page -> views.stale(context.caller(), page.data())
                        .map(stale -> new ViewPage()
                                .data(page.data().stream()
                                        .map(view -> VIEWS.toApi(context.caller(), view, stale.get(view.id())))
                                        .toList())
                                .nextCursor(page.nextCursor())));
    }

    @Override
    public Uni<View> createView(ViewCreate body) {
        return views.create(context.caller(), VIEWS.toNew(body)).chain(this::toApi);
    }

    @Override
    public Uni<View> getView(UUID id) {
        return views.get(context.caller(), id).chain(this::toApi);
    }

    @Override
    public Uni<View> updateView(UUID id, ViewPatch body) {
        return views.edit(context.caller(), id, context.requiredVersion(), VIEWS.toChanges(patch, body))
                .chain(this::toApi);
    }

    @Override
    public Uni<Void> deleteView(UUID id) {
        return views.delete(context.caller(), id, context.expectedVersion());
    }

    private Uni<View> toApi(ViewData view) {
        return views.stale(context.caller(), List.of(view))
                .map(stale -> VIEWS.toApi(context.caller(), view, stale.get(view.id())));
    }
}
