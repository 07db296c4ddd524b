package dev.pulso.people.internal.membership;

import dev.pulso.company.TenantData;
import dev.pulso.company.Tenants;
import dev.pulso.kernel.Problem;
import dev.pulso.people.internal.login.OpenSession;
import dev.pulso.people.internal.login.SessionService;
import dev.pulso.people.internal.session.Device;
import dev.pulso.people.internal.session.Sessions;
import dev.pulso.people.internal.user.UserService;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The companies of one person. An e-mail stands for the same person in several companies only where its user is proven: a
 * mailbox confirmed and a password of their own. Otherwise an administrator could make up a user with somebody's address
 * and go on to their other companies.
 */
@ApplicationScoped
class Memberships {
    private final Tenancy tenancy;
    private final UserService users;
    private final Tenants tenants;
    private final SessionService sessions;
    private final Sessions open;

    Memberships(Tenancy tenancy, UserService users, Tenants tenants, SessionService sessions, Sessions open) {
        this.tenancy = tenancy;
        this.users = users;
        this.tenants = tenants;
        this.sessions = sessions;
        this.open = open;
    }

    /** The person's companies by name; the present one alone as long as the account is not proven. */
    Uni<List<TenantData>> list(Caller caller, UUID me) {
        return others(caller, me)
                .chain(logins -> Multi.createFrom()
                        .iterable(logins)
                        .onItem()
                        .transformToUniAndConcatenate(this::companyOf)
                        .collect()
                        .asList())
                .chain(found -> tenancy.read(caller, session -> tenants.current(caller))
                        .map(current -> {
                            found.add(current);
                            found.sort(Comparator.comparing(TenantData::name));
                            return found;
                        }));
    }

    /**
     * Opens a session in another company of the person and ends the one they come from. Asks for the second factor where
     * the user there has one.
     */
    Uni<OpenSession> switchTo(Caller caller, UUID me, @Nullable UUID session, UUID tenantId, Device device) {
        return others(caller, me).chain(logins -> {
            UserService.Login there = logins.stream()
                    .filter(login -> login.tenantId().equals(tenantId))
                    .findFirst()
                    .orElseThrow(() -> Problem.unknownReference("tenant_id"));
            Caller arriving =
                    new Caller(there.tenantId(), there.userId(), caller.actor(), Set.of(), caller.requestId());
            return users.get(arriving, there.userId())
                    .invoke(user -> {
                        if (user.disabled()) {
                            throw Problem.unknownReference("tenant_id");
                        }
                    })
                    .chain(() -> sessions.admit(arriving, there.userId(), null, device))
                    .call(() -> session == null ? Uni.createFrom().voidItem() : open.revoke(caller, me, session));
        });
    }

    private Uni<List<UserService.Login>> others(Caller caller, UUID me) {
        return users.proven(caller, me)
                .chain(account -> account.byItsOwner()
                        ? users.logins(account.user().email(), null)
                        : Uni.createFrom().item(List.<UserService.Login>of()))
                .map(logins -> logins.stream()
                        .filter(login -> !login.tenantId().equals(caller.tenantId()))
                        .toList());
    }

    private Uni<TenantData> companyOf(UserService.Login login) {
        Caller there = Caller.system(login.tenantId(), "memberships", null);
        return tenancy.read(there, session -> tenants.current(there));
    }
}
