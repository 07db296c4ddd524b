package dev.pulso.people.internal.secondfactor;

import dev.pulso.api.SecondFactorApi;
import dev.pulso.api.model.PasswordProof;
import dev.pulso.api.model.RecoveryCodeList;
import dev.pulso.api.model.SecondFactorConfirmation;
import dev.pulso.api.model.SecondFactorProof;
import dev.pulso.api.model.SecondFactorSetup;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.kernel.Problem;
import dev.pulso.people.internal.proof.OwnPassword;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** One's own second factor over HTTP; every change of it wants the password. */
@AtMostOnce
class SecondFactorResource implements SecondFactorApi {
    private final SecondFactors factors;
    private final OwnPassword passwords;
    private final CallerContext context;

    SecondFactorResource(SecondFactors factors, OwnPassword passwords, CallerContext context) {
        this.factors = factors;
        this.passwords = passwords;
        this.context = context;
    }

    @Override
    public Uni<SecondFactorSetup> beginSecondFactor(PasswordProof body) {
        Caller caller = context.caller();
        return passwords
                .require(caller, me(), context.sessionId(), "password", body.getPassword())
                .chain(() -> factors.begin(caller, me()))
                .map(setup -> new SecondFactorSetup()
                        .secret(setup.secret())
                        .uri(setup.uri())
                        .svg(setup.svg()));
    }

    @Override
    public Uni<RecoveryCodeList> confirmSecondFactor(SecondFactorConfirmation body) {
        return factors.confirm(context.caller(), me(), body.getCode()).map(SecondFactorResource::list);
    }

    @Override
    public Uni<RecoveryCodeList> renewRecoveryCodes(SecondFactorProof body) {
        Caller caller = context.caller();
        return proved(caller, body)
                .chain(() -> factors.renewCodes(caller, me()))
                .map(SecondFactorResource::list);
    }

    @Override
    public Uni<Void> disableSecondFactor(SecondFactorProof body) {
        Caller caller = context.caller();
        return proved(caller, body).chain(() -> factors.turnOff(caller, me()));
    }

    /** By both factors: whoever has a borrowed session and a password that was seen does not get rid of the second. */
    private Uni<Void> proved(Caller caller, SecondFactorProof body) {
        return passwords
                .require(caller, me(), context.sessionId(), "password", body.getPassword())
                .chain(() -> factors.require(caller, me(), body.getCode()));
    }

    private UUID me() {
        UUID me = context.caller().userId();
        if (me == null) {
            throw Problem.notFound();
        }
        return me;
    }

    private static RecoveryCodeList list(List<RecoveryCode> codes) {
        return new RecoveryCodeList()
                .codes(codes.stream().map(RecoveryCode::text).toList());
    }
}
