package dev.pulso.identity.internal.profile;

import dev.pulso.api.ProfileApi;
import dev.pulso.api.model.Profile;
import dev.pulso.identity.Tenants;
import dev.pulso.identity.internal.tenant.TenantMapper;
import dev.pulso.identity.internal.user.UserMapper;
import dev.pulso.identity.internal.user.UserService;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.Tenancy;
import dev.pulso.platform.web.CallerContext;
import dev.pulso.platform.web.Problem;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The person who is logged in, over HTTP. */
class ProfileResource implements ProfileApi {
    private final UserService users;
    private final Tenants tenants;
    private final Tenancy tenancy;
    private final CallerContext context;

    ProfileResource(UserService users, Tenants tenants, Tenancy tenancy, CallerContext context) {
        this.users = users;
        this.tenants = tenants;
        this.tenancy = tenancy;
        this.context = context;
    }

    @Override
    public Uni<Profile> getProfile() {
        Caller caller = context.caller();
        UUID me = caller.userId();
        if (me == null) {
            throw Problem.notFound();
        }
        return tenancy.read(
                caller,
                session -> users.get(caller, me)
                        .chain(user -> tenants.current(caller)
                                .map(tenant -> new Profile()
                                        .user(UserMapper.toApi(user))
                                        .tenant(TenantMapper.toApi(tenant))
                                        .permissions(caller.permissions().stream()
                                                .sorted()
                                                .toList()))));
    }
}
