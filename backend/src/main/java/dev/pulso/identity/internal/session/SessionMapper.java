package dev.pulso.identity.internal.session;

import dev.pulso.api.model.Registration;
import dev.pulso.api.model.Session;
import dev.pulso.identity.internal.registration.RegistrationService;
import dev.pulso.identity.internal.tenant.TenantMapper;
import dev.pulso.identity.internal.user.UserMapper;

/** Sessions at the edge of the API. */
final class SessionMapper {
    private SessionMapper() {}

    static RegistrationService.NewTenant toNew(Registration body) {
        return new RegistrationService.NewTenant(
                body.getCompanyName(), body.getSlug(), body.getName(), body.getEmail(), body.getPassword());
    }

    static Session toApi(OpenSession opened) {
        return new Session()
                .accessToken(opened.accessToken().token())
                .tokenType(Session.TokenTypeEnum.BEARER)
                .expiresIn((int) opened.accessToken().expiresIn())
                .user(UserMapper.toApi(opened.user()))
                .tenant(TenantMapper.toApi(opened.tenant()));
    }
}
