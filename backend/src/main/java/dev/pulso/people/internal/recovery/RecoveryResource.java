package dev.pulso.people.internal.recovery;

import dev.pulso.api.RecoveryApi;
import dev.pulso.api.model.PasswordForgotten;
import dev.pulso.api.model.PasswordReset;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.TenantHint;
import dev.pulso.kernel.Checks;
import io.smallrye.mutiny.Uni;

/** Forgotten passwords over HTTP. */
@AtMostOnce
class RecoveryResource implements RecoveryApi {
    private final RecoveryRequests requests;
    private final PasswordRecovery recovery;
    private final TenantHint hint;
    private final CallerContext context;

    RecoveryResource(RecoveryRequests requests, PasswordRecovery recovery, TenantHint hint, CallerContext context) {
        this.requests = requests;
        this.recovery = recovery;
        this.hint = hint;
        this.context = context;
    }

    @Override
    public Uni<Void> forgotPassword(PasswordForgotten body) {
        // What is no address at all is said; whether one is known is not.
        String email = Checks.present("email", Checks.email("email", body.getEmail()));
        return requests.put(email, hint.or(body.getTenant()), context.requestId());
    }

    @Override
    public Uni<Void> resetPassword(PasswordReset body) {
        return recovery.reset(body.getToken(), body.getPassword(), context.requestId());
    }
}
