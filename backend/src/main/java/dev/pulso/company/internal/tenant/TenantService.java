package dev.pulso.company.internal.tenant;

import dev.pulso.company.TenantData;
import dev.pulso.company.Tenants;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The company itself. */
@ApplicationScoped
public class TenantService implements Tenants {
    private final Tenancy tenancy;
    private final TenantRepository tenants;
    private final TenantDay days;
    private final Origins origins;
    private final Clock clock;

    TenantService(Tenancy tenancy, TenantRepository tenants, TenantDay days, Origins origins, Clock clock) {
        this.origins = origins;
        this.tenancy = tenancy;
        this.tenants = tenants;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public Uni<TenantData> current(Caller caller) {
        return tenancy.read(caller, session -> load(caller).map(Tenant::data));
    }

    @Override
    public Uni<TenantData> create(Caller caller, String slug, String name, boolean sandbox) {
        return tenancy.write(
                caller,
                session -> tenants.persistAndFlush(new Tenant(caller.tenantId(), slug, name, sandbox))
                        .map(Tenant::data));
    }

    Uni<TenantData> edit(Caller caller, ExpectedVersion expected, TenantChanges changes) {
        return tenancy.write(
                        caller,
                        session -> load(caller)
                                .call(tenant -> {
                                    tenant.requireVersion(expected);
                                    tenant.edit(changes);
                                    return session.flush();
                                })
                                .map(Tenant::data))
                .invoke(() -> days.changed(caller))
                .call(() -> changes.allowedOrigins().given()
                        ? tenancy.apart(origins::read)
                        : Uni.createFrom().voidItem());
    }

    /** Notes which picture the company has now, in the transaction that keeps it; null: none. */
    public Uni<TenantData> logo(Caller caller, ExpectedVersion expected, @Nullable String hash) {
        return tenancy.write(
                caller,
                session -> load(caller)
                        .call(tenant -> {
                            tenant.requireVersion(expected);
                            tenant.logo(hash);
                            return session.flush();
                        })
                        .map(Tenant::data));
    }

    /** Closes the caller's tenant, or opens it again; done already is fine. For the operator only. */
    public Uni<Void> close(Caller caller, boolean closed) {
        return tenancy.write(
                caller,
                session -> load(caller)
                        .call(tenant -> {
                            tenant.close(closed, clock.instant());
                            return session.flush();
                        })
                        .replaceWithVoid());
    }

    /** Gives the caller's tenant another plan. For the operator only; the version is of what the tenant itself edits. */
    public Uni<Void> plan(Caller caller, String plan) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery("update tenants set plan = $1, updated_at = $2 where id = $3")
                        .execute(Tuple.of(plan, clock.instant().atOffset(ZoneOffset.UTC), caller.tenantId()))
                        .invoke(changed -> {
                            if (changed.rowCount() == 0) {
                                throw Problem.notFound();
                            }
                        })
                        .replaceWithVoid());
    }

    private Uni<Tenant> load(Caller caller) {
        return tenants.findById(caller.tenantId()).onItem().ifNull().failWith(Problem::notFound);
    }
}
