package dev.pulso.audit.internal.erasure;

import dev.pulso.api.PrivacyApi;
import dev.pulso.api.model.Erasure;
import dev.pulso.api.model.ErasureCreate;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import io.smallrye.mutiny.Uni;

/** Forgetting people over HTTP. */
@AtMostOnce
class ErasureResource implements PrivacyApi {
    private final Erasures erasures;
    private final CallerContext context;

    ErasureResource(Erasures erasures, CallerContext context) {
        this.erasures = erasures;
        this.context = context;
    }

    @Override
    public Uni<Erasure> erasePerson(ErasureCreate body) {
        return erasures.erase(context.caller(), body.getKind().toString(), body.getId(), body.getReason())
                .map(erased -> new Erasure()
                        .kind(body.getKind())
                        .id(body.getId())
                        .records(erased.records())
                        .trailEntries(erased.trailEntries()));
    }
}
