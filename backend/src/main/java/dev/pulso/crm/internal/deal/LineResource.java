package dev.pulso.crm.internal.deal;

import static dev.pulso.crm.internal.deal.LineMapper.LINES;

import dev.pulso.api.DealLinesApi;
import dev.pulso.api.model.DealLine;
import dev.pulso.api.model.DealLineCreate;
import dev.pulso.api.model.DealLineList;
import dev.pulso.api.model.DealLinePatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Lines of deals over HTTP: translates, nothing else. */
@AtMostOnce
class LineResource implements DealLinesApi {
    private final LineService lines;
    private final CallerContext context;
    private final PatchBody patch;

    LineResource(LineService lines, CallerContext context, PatchBody patch) {
        this.lines = lines;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<DealLineList> listDealLines(UUID id) {
        return lines.list(context.caller(), id).map(LINES::toApi);
    }

    @Override
    public Uni<DealLine> createDealLine(UUID id, DealLineCreate body) {
        return lines.create(context.caller(), id, body == null ? NewLine.NOTHING : LINES.toNew(body))
                .map(LINES::toApi);
    }

    @Override
    public Uni<DealLine> getDealLine(UUID id) {
        return lines.get(context.caller(), id).map(LINES::toApi);
    }

    @Override
    public Uni<DealLine> updateDealLine(UUID id, DealLinePatch body) {
        return lines.edit(context.caller(), id, context.requiredVersion(), patch.into(LineChanges.class, body))
                .map(LINES::toApi);
    }

    @Override
    public Uni<Void> deleteDealLine(UUID id) {
        return lines.delete(context.caller(), id, context.expectedVersion());
    }
}
