package dev.pulso.lists.internal.view;

import static dev.pulso.lists.internal.QuestionMapper.QUESTIONS;

import dev.pulso.api.model.ViewCreate;
import dev.pulso.api.model.ViewPatch;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.kernel.Records;
import dev.pulso.store.tenancy.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views at the edge of the API. */
final class ViewMapper {
    static final ViewMapper VIEWS = new ViewMapper();

    private ViewMapper() {}

    dev.pulso.api.model.View toApi(Caller caller, ViewData view, List<String> stale) {
        return new dev.pulso.api.model.View()
                .id(view.id())
                .kind(Records.constant(dev.pulso.api.model.ListKind.class, view.kind()))
                .name(view.name())
                .question(QUESTIONS.toApi(view.question()))
                .columns(ViewColumn.read(view.columns()).stream()
                        .map(column -> new dev.pulso.api.model.ViewColumn()
                                .name(column.name())
                                .width(column.width()))
                        .toList())
                .visibility(dev.pulso.api.model.ViewVisibility.valueOf(
                        view.visibility().name()))
                .teamId(view.teamId())
                .createdById(view.createdById())
                .position(view.position())
                .stale(stale)
                .editable(View.editable(caller, view.createdById(), view.visibility() != ViewVisibility.PRIVATE))
                .version(view.version())
                .createdAt(view.createdAt())
                .updatedAt(view.updatedAt());
    }

    NewView toNew(ViewCreate body) {
        return new NewView(
                body.getName(),
                QUESTIONS.asked(body.getQuestion()),
                columns(body.getColumns()),
                body.getVisibility() == null ? ViewVisibility.PRIVATE : visibility(body.getVisibility()),
                body.getPosition());
    }

    ViewChanges toChanges(PatchBody patch, ViewPatch body) {
        return new ViewChanges(
                patch.change("name", body.getName()),
                patch.change("question", body.getQuestion() == null ? null : QUESTIONS.asked(body.getQuestion())),
                patch.change("columns", patch.has("columns") ? columns(body.getColumns()) : null),
                patch.change("visibility", body.getVisibility() == null ? null : visibility(body.getVisibility())),
                patch.change("position", body.getPosition()));
    }

    private static ViewVisibility visibility(dev.pulso.api.model.ViewVisibility visibility) {
        return ViewVisibility.valueOf(visibility.name());
    }

    private static List<ViewColumn> columns(@Nullable List<dev.pulso.api.model.ViewColumn> columns) {
        return columns == null
                ? List.of()
                : columns.stream()
                        .map(column -> new ViewColumn(column.getName(), column.getWidth()))
                        .toList();
    }
}
