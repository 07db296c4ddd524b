package dev.pulso.people.internal.profile;

import dev.pulso.api.ProfileApi;
import dev.pulso.api.model.EmailChange;
import dev.pulso.api.model.LinkToken;
import dev.pulso.api.model.PasswordChange;
import dev.pulso.api.model.Profile;
import dev.pulso.api.model.ProfilePatch;
import dev.pulso.company.Tenants;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.kernel.Problem;
import dev.pulso.people.internal.email.EmailVerification;
import dev.pulso.people.internal.secondfactor.SecondFactors;
import dev.pulso.people.internal.user.Account;
import dev.pulso.people.internal.user.UserService;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The person who is logged in, over HTTP. */
@AtMostOnce
class ProfileResource implements ProfileApi {
    private final ProfileService profiles;
    private final EmailVerification emails;
    private final SecondFactors factors;
    private final UserService users;
    private final Tenants tenants;
    private final Tenancy tenancy;
    private final CallerContext context;
    private final PatchBody patch;

    ProfileResource(
            ProfileService profiles,
            EmailVerification emails,
            SecondFactors factors,
            UserService users,
            Tenants tenants,
            Tenancy tenancy,
            CallerContext context,
            PatchBody patch) {
        this.profiles = profiles;
        this.emails = emails;
        this.factors = factors;
        this.users = users;
        this.tenants = tenants;
        this.tenancy = tenancy;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<Profile> getProfile() {
        Caller caller = context.caller();
        UUID me = me();
        return tenancy.read(caller, session -> withTenant(caller, profiles.get(caller, me)));
    }

    @Override
    public Uni<Profile> updateProfile(ProfilePatch body) {
        Caller caller = context.caller();
        return withTenant(
                caller, profiles.edit(caller, me(), context.requiredVersion(), ProfileMapper.toChanges(body, patch)));
    }

    @Override
    public Uni<Void> changePassword(PasswordChange body) {
        return profiles.changePassword(
                context.caller(), me(), context.sessionId(), body.getCurrentPassword(), body.getNewPassword());
    }

    @Override
    public Uni<Void> requestEmailVerification() {
        return emails.request(context.caller(), me());
    }

    @Override
    public Uni<Void> changeEmail(EmailChange body) {
        return profiles.changeEmail(context.caller(), me(), context.sessionId(), body.getEmail(), body.getPassword());
    }

    @Override
    public Uni<Profile> confirmEmail(LinkToken body) {
        Caller caller = context.caller();
        return withTenant(caller, emails.confirm(caller, me(), body.getToken()));
    }

    private Uni<Profile> withTenant(Caller caller, Uni<Account> account) {
        return account.chain(found -> users.get(caller, found.user().id())
                .chain(user -> factors.state(caller, user.id())
                        .chain(factor -> tenants.current(caller)
                                .map(tenant -> ProfileMapper.toApi(found, user, factor, tenant, caller)))));
    }

    private UUID me() {
        UUID me = context.caller().userId();
        if (me == null) {
            throw Problem.notFound();
        }
        return me;
    }
}
