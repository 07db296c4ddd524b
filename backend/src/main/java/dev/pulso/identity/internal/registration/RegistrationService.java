package dev.pulso.identity.internal.registration;

import dev.pulso.identity.internal.tenant.TenantService;
import dev.pulso.identity.internal.user.UserData;
import dev.pulso.identity.internal.user.UserService;
import dev.pulso.platform.kernel.Ids;
import dev.pulso.platform.kernel.Steps;
import dev.pulso.platform.security.PasswordHasher;
import dev.pulso.platform.security.PasswordRules;
import dev.pulso.platform.security.Roles;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.Tenancy;
import dev.pulso.platform.tenancy.TenantSetup;
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
    private final TenantService tenants;
    private final UserService users;
    private final PasswordHasher passwords;
    private final PasswordRules rules;
    private final List<TenantSetup> setups;

    RegistrationService(
            Tenancy tenancy,
            TenantService tenants,
            UserService users,
            PasswordHasher passwords,
            PasswordRules rules,
            @All List<TenantSetup> setups) {
        this.tenancy = tenancy;
        this.tenants = tenants;
        this.users = users;
        this.passwords = passwords;
        this.rules = rules;
        this.setups = setups.stream()
                .sorted(Comparator.comparingInt(TenantSetup::order))
                .toList();
    }

    /** A company to found and its first user. */
    public record NewTenant(String companyName, String slug, String name, String email, String password) {}

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
                .hash(company.password())
                .chain(hash -> tenancy.write(
                        founding,
                        session -> tenants.create(founding, company.slug(), company.companyName())
                                .chain(() ->
                                        users.addFounder(founding, company.name(), company.email(), Roles.ADMIN, hash))
                                .call(() -> Steps.inOrder(setups, setup -> setup.setUp(founding)))
                                .chain(admin -> inTheSameTransaction.apply(founding, admin))));
    }
}
