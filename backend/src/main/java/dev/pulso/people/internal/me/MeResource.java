package dev.pulso.people.internal.me;

import dev.pulso.access.ApiKeyData;
import dev.pulso.access.ApiKeyMapper;
import dev.pulso.access.ApiKeys;
import dev.pulso.api.MeApi;
import dev.pulso.api.model.Limits;
import dev.pulso.api.model.Me;
import dev.pulso.company.TenantMapper;
import dev.pulso.company.Tenants;
import dev.pulso.edge.limits.Plan;
import dev.pulso.edge.limits.Plans;
import dev.pulso.edge.web.ApiVersions;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.kernel.Problem;
import dev.pulso.people.internal.user.UserMapper;
import dev.pulso.people.internal.user.UserService;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Whoever asks, a person or a program: what it is, where, and what it may. */
class MeResource implements MeApi {
    private final UserService users;
    private final ApiKeys keys;
    private final Tenants tenants;
    private final Plans plans;
    private final Tenancy tenancy;
    private final CallerContext context;
    private final Clock clock;
    private final long perKeyAndMinute;

    MeResource(
            UserService users,
            ApiKeys keys,
            Tenants tenants,
            Plans plans,
            Tenancy tenancy,
            CallerContext context,
            Clock clock,
            @ConfigProperty(name = "pulso.limits.api-key") long perKeyAndMinute) {
        this.users = users;
        this.keys = keys;
        this.tenants = tenants;
        this.plans = plans;
        this.tenancy = tenancy;
        this.context = context;
        this.clock = clock;
        this.perKeyAndMinute = perKeyAndMinute;
    }

    @Override
    public Uni<Me> getMe() {
        Caller caller = context.caller();
        UUID key = context.keyId();
        return tenancy.read(
                caller,
                session -> (key == null ? person(caller) : program(caller, key))
                        .chain(me -> tenants.current(caller)
                                .map(tenant ->
                                        me.tenant(TenantMapper.toApi(tenant)).sandbox(tenant.sandbox()))));
    }

    private Uni<Me> person(Caller caller) {
        UUID me = caller.userId();
        if (me == null) {
            throw Problem.notFound();
        }
        return users.get(caller, me)
                .map(user -> common(caller, null).kind(Me.KindEnum.PERSON).user(UserMapper.toApi(user)));
    }

    private Uni<Me> program(Caller caller, UUID key) {
        return keys.get(caller, key)
                .map(found -> common(caller, found)
                        .kind(Me.KindEnum.API_KEY)
                        .apiKey(ApiKeyMapper.toApi(found, clock.instant())));
    }

    private Me common(Caller caller, @Nullable ApiKeyData key) {
        Plan plan = plans.of(caller.tenantId());
        long ofTenant = plan.requests().perMinute();
        return new Me()
                .permissions(caller.permissions().stream().sorted().toList())
                .pulsoVersion(LocalDate.parse(ApiVersions.unasked(key == null ? null : key.apiVersion())))
                .limits(new Limits()
                        .requestsPerMinute(key == null ? ofTenant : perKeyAndMinute)
                        .tenantRequestsPerMinute(ofTenant)
                        .tenantConcurrentRequests(plan.concurrency()));
    }
}
