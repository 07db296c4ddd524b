package dev.pulso.people.internal.profile;

import dev.pulso.api.model.Profile;
import dev.pulso.api.model.ProfilePatch;
import dev.pulso.company.TenantData;
import dev.pulso.company.TenantMapper;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.people.internal.secondfactor.SecondFactors;
import dev.pulso.people.internal.user.Account;
import dev.pulso.people.internal.user.ProfileChanges;
import dev.pulso.people.internal.user.UserData;
import dev.pulso.people.internal.user.UserMapper;
import dev.pulso.store.tenancy.Caller;

/** Profiles at the edge of the API. */
final class ProfileMapper {
    private ProfileMapper() {}

    /** @param user the same person, with the names of role and team */
    static Profile toApi(Account account, UserData user, SecondFactors.State factor, TenantData tenant, Caller caller) {
        return new Profile()
                .user(UserMapper.toApi(user))
                .tenant(TenantMapper.toApi(tenant))
                .permissions(caller.permissions().stream().sorted().toList())
                .emailVerified(account.emailVerified())
                .passwordChangedAt(account.passwordChangedAt())
                .locale(account.locale() == null ? null : Profile.LocaleEnum.fromString(account.locale()))
                .theme(Profile.ThemeEnum.fromString(account.theme()))
                .secondFactor(factor.on())
                .recoveryCodesLeft(factor.recoveryCodesLeft())
                .version(account.version());
    }

    static ProfileChanges toChanges(ProfilePatch body, PatchBody patch) {
        return new ProfileChanges(
                patch.change("name", body.getName()),
                patch.change(
                        "locale",
                        body.getLocale() == null ? null : body.getLocale().value()),
                patch.change(
                        "theme",
                        body.getTheme() == null ? null : body.getTheme().value()));
    }
}
