package dev.pulso.crm.internal.reason;

import static dev.pulso.crm.internal.reason.LostReasonMapper.REASONS;

import dev.pulso.api.LostReasonsApi;
import dev.pulso.api.model.LostReason;
import dev.pulso.api.model.LostReasonCreate;
import dev.pulso.api.model.LostReasonList;
import dev.pulso.api.model.LostReasonPatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Reasons why deals are lost, over HTTP: translates, nothing else. */
@AtMostOnce
class LostReasonResource implements LostReasonsApi {
    private final LostReasons reasons;
    private final CallerContext context;
    private final PatchBody patch;

    LostReasonResource(LostReasons reasons, CallerContext context, PatchBody patch) {
        this.reasons = reasons;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<LostReasonList> listLostReasons() {
        return reasons.list(context.caller()).map(REASONS::toApi);
    }

    @Override
    public Uni<LostReason> createLostReason(LostReasonCreate body) {
        return reasons.create(context.caller(), body.getName()).map(REASONS::toApi);
    }

    @Override
    public Uni<LostReason> getLostReason(UUID id) {
        return reasons.get(context.caller(), id).map(REASONS::toApi);
    }

    @Override
    public Uni<LostReason> updateLostReason(UUID id, LostReasonPatch body) {
        return reasons.edit(context.caller(), id, context.requiredVersion(), patch.into(LostReasonChanges.class, body))
                .map(REASONS::toApi);
    }
}
