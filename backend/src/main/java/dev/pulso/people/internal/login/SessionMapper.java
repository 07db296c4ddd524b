package dev.pulso.people.internal.login;

import dev.pulso.api.model.Registration;
import dev.pulso.api.model.RegistrationState;
import dev.pulso.api.model.Session;
import dev.pulso.company.TenantMapper;
import dev.pulso.people.internal.registration.RegistrationService;
import dev.pulso.people.internal.registration.RegistrationStatus;
import dev.pulso.people.internal.user.UserMapper;
import org.jspecify.annotations.Nullable;

/** Sessions at the edge of the API. */
public final class SessionMapper {
    private SessionMapper() {}

    static RegistrationService.NewTenant toNew(Registration body) {
        return new RegistrationService.NewTenant(
                body.getCompanyName(),
                body.getSlug(),
                body.getName(),
                body.getEmail(),
                body.getPassword(),
                Boolean.TRUE.equals(body.getSandbox()));
    }

    static RegistrationState toApi(RegistrationStatus status) {
        return new RegistrationState()
                .status(
                        switch (status) {
                            case open -> RegistrationState.StatusEnum.OPEN;
                            case closed -> RegistrationState.StatusEnum.CLOSED;
                        });
    }

    /** The answer for a client: a browser finds its refresh token in the cookie, others in the body. */
    public static Session toApi(OpenSession opened, @Nullable String client, RefreshCookie cookie) {
        Session session = new Session()
                .accessToken(opened.accessToken().token())
                .tokenType(Session.TokenTypeEnum.BEARER)
                .expiresIn((int) opened.accessToken().expiresIn())
                .user(UserMapper.toApi(opened.user()))
                .tenant(TenantMapper.toApi(opened.tenant()));
        return cookie.keep(client, opened.refreshToken()) ? session : session.refreshToken(opened.refreshToken());
    }
}
