package dev.pulso.people.internal.registration;

import dev.pulso.company.Tenants;
import dev.pulso.edge.security.PasswordHasher;
import dev.pulso.edge.security.PasswordRules;
import dev.pulso.edge.security.Roles;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Steps;
import dev.pulso.people.internal.user.UserData;
import dev.pulso.people.internal.user.UserService;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantSetup;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Founds tenants: the company, its admin and what every module sets up for a new one, all or nothing. */
@ApplicationScoped
public class RegistrationService {
    private final Tenancy tenancy;
    private final Tenants tenants;
    private final UserService users;
    private final PasswordHasher passwords;
    private final PasswordRules rules;
    private final RegistrationSwitch registration;
    private final List<TenantSetup> setups;

    RegistrationService(
            Tenancy tenancy,
            Tenants tenants,
            UserService users,
            PasswordHasher passwords,
            PasswordRules rules,
            RegistrationSwitch registration,
            @All List<TenantSetup> setups) {
        this.tenancy = tenancy;
        this.tenants = tenants;
        this.users = users;
        this.passwords = passwords;
        this.rules = rules;
        this.registration = registration;
        this.setups = setups.stream()
                .sorted(Comparator.comparingInt(TenantSetup::order))
                .toList();
    }

    /** A company to found and its first user. @param sandbox it only tries things out, for ever */
    public record NewTenant(
            String companyName, String slug, String name, String email, String password, boolean sandbox) {}

    /** @throws dev.pulso.kernel.Problem 403 where only who runs the installation founds companies */
    public void requireOpen() {
        registration.requireOpen();
    }

    /**
     * Founds a tenant. A slug that is taken is a 409.
     *
     * @param inTheSameTransaction what else has to succeed with it
     */
    public <T> Uni<T> found(
            NewTenant company, @Nullable String requestId, BiFunction<Caller, UserData, Uni<T>> inTheSameTransaction) {
        Caller founding = Caller.system(Ids.next(), company.email(), requestId);
        rules.check("password", company.password(), company.email());
        // Hashed first: it takes a while, and no transaction should wait for it.
        return passwords
                .hash(company.password(), PasswordHasher.Turn.LATER)
                .chain(hash -> tenancy.write(
                        founding,
                        session -> tenants.create(founding, company.slug(), company.companyName(), company.sandbox())
                                .chain(() ->
                                        users.addFounder(founding, company.name(), company.email(), Roles.ADMIN, hash))
                                .call(() -> Steps.inOrder(setups, setup -> setup.setUp(founding)))
                                .chain(admin -> inTheSameTransaction.apply(founding, admin))));
    }
}
