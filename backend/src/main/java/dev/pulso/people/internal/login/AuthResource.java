package dev.pulso.people.internal.login;

import dev.pulso.api.AuthApi;
import dev.pulso.api.model.Credentials;
import dev.pulso.api.model.RefreshRequest;
import dev.pulso.api.model.Registration;
import dev.pulso.api.model.RegistrationState;
import dev.pulso.api.model.SecondFactorCode;
import dev.pulso.api.model.Session;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.TenantHint;
import dev.pulso.people.internal.registration.RegistrationSwitch;
import dev.pulso.people.internal.session.Device;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Opening, renewing and ending sessions over HTTP. */
@AtMostOnce
class AuthResource implements AuthApi {
    private final SessionService sessions;
    private final RegistrationSwitch registration;
    private final RefreshCookie cookie;
    private final TenantHint hint;
    private final RoutingContext http;
    private final CallerContext context;

    AuthResource(
            SessionService sessions,
            RegistrationSwitch registration,
            RefreshCookie cookie,
            TenantHint hint,
            RoutingContext http,
            CallerContext context) {
        this.sessions = sessions;
        this.registration = registration;
        this.cookie = cookie;
        this.hint = hint;
        this.http = http;
        this.context = context;
    }

    @Override
    public Uni<RegistrationState> getRegistration() {
        return Uni.createFrom().item(SessionMapper.toApi(registration.status()));
    }

    @Override
    public Uni<Session> register(Registration body) {
        String client = http.request().getHeader("X-Pulso-Client");
        return sessions.register(SessionMapper.toNew(body), Device.of(http), context.requestId())
                .map(opened -> SessionMapper.toApi(opened, client, cookie));
    }

    @Override
    public Uni<Session> login(Credentials body, String client) {
        return sessions.login(
                        body.getEmail(),
                        body.getPassword(),
                        hint.or(body.getTenant()),
                        Device.of(http),
                        context.requestId())
                .map(opened -> SessionMapper.toApi(opened, client, cookie));
    }

    @Override
    public Uni<Session> loginSecondFactor(SecondFactorCode body, String client) {
        return sessions.secondFactor(body.getMfaToken(), body.getCode(), Device.of(http), context.requestId())
                .map(opened -> SessionMapper.toApi(opened, client, cookie));
    }

    @Override
    public Uni<Session> refresh(String client, RefreshRequest body) {
        return sessions.refresh(token(client, body), Device.of(http), context.requestId())
                .map(opened -> SessionMapper.toApi(opened, client, cookie));
    }

    @Override
    public Uni<Void> logout(String client, RefreshRequest body) {
        return sessions.logout(token(client, body), context.requestId()).invoke(cookie::drop);
    }

    private @Nullable String token(@Nullable String client, @Nullable RefreshRequest body) {
        return body != null && body.getRefreshToken() != null ? body.getRefreshToken() : cookie.read(client);
    }
}
