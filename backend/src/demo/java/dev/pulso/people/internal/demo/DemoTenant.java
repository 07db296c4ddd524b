package dev.pulso.people.internal.demo;

import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoYear;
import dev.pulso.edge.security.PasswordHasher;
import dev.pulso.edge.security.Roles;
import dev.pulso.kernel.StartSteps;
import dev.pulso.kernel.Steps;
import dev.pulso.people.internal.registration.RegistrationService;
import dev.pulso.people.internal.user.UserService;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantDay;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Founds the tenant {@code demo} at the first start, so that nothing opens empty. Off in production. What an earlier version
 * has founded stays as it is.
 */
@ApplicationScoped
class DemoTenant {
    private static final Logger LOG = Logger.getLogger(DemoTenant.class);
    private static final String SLUG = "demo";
    private static final String PASSWORD = "demo12345";

    private static final int BEFORE_THE_SCHEDULER = Interceptor.Priority.PLATFORM_BEFORE - 1;

    /** @param share how many of a hundred deals are theirs; those who sell nothing own nothing */
    private record Member(String name, String email, String role, int share) {}

    private static final Member OWNER = new Member("Marina Alves", "admin@demo.com", Roles.ADMIN, 6);
    private static final List<Member> TEAM = List.of(
            new Member("Rafael Lima", "agent@demo.com", Roles.AGENT, 36),
            new Member("Juliana Castro", "juliana.castro@demo.com", Roles.AGENT, 28),
            new Member("Thiago Moura", "thiago.moura@demo.com", Roles.AGENT, 18),
            new Member("Patrícia Nunes", "patricia.nunes@demo.com", Roles.MANAGER, 12),
            new Member("Camila Duarte", "camila.duarte@demo.com", Roles.FINANCE, 0),
            new Member("Vera Campos", "viewer@demo.com", Roles.VIEWER, 0));

    private final Tenancy tenancy;
    private final TenantDay days;
    private final PasswordHasher passwords;
    private final RegistrationService registrations;
    private final UserService users;
    private final List<DemoData> data;
    private final boolean wanted;

    DemoTenant(
            Tenancy tenancy,
            TenantDay days,
            PasswordHasher passwords,
            RegistrationService registrations,
            UserService users,
            @All List<DemoData> data,
            @ConfigProperty(name = "pulso.demo") boolean wanted) {
        this.tenancy = tenancy;
        this.days = days;
        this.passwords = passwords;
        this.registrations = registrations;
        this.users = users;
        this.data =
                data.stream().sorted(Comparator.comparingInt(DemoData::order)).toList();
        this.wanted = wanted;
    }

    /** Before the scheduler, which observes the start as well: its runs would come in between. */
    void onStart(@Observes @Priority(BEFORE_THE_SCHEDULER) StartupEvent started) {
        if (wanted) {
            StartSteps.await(
                    "founding the company of the demo",
                    exists().chain(exists ->
                            exists ? Uni.createFrom().voidItem() : found(SLUG).replaceWithVoid()));
        }
    }

    private Uni<Boolean> exists() {
        return tenancy.withoutTenant(connection -> connection
                .preparedQuery("select 1 from tenant_directory where slug = $1")
                .execute(Tuple.of(SLUG))
                .map(rows -> rows.size() > 0));
    }

    /** All or nothing: a demo that was killed half-way is founded anew. Answers its admin. */
    Uni<Caller> found(String slug) {
        long began = System.nanoTime();
        var company = new RegistrationService.NewTenant(
                "Pixel12 Digital", slug, OWNER.name(), OWNER.email(), PASSWORD, false);
        // One password, one hash, made before the transaction: each takes a while.
        return passwords
                .hash(PASSWORD, PasswordHasher.Turn.FIRST)
                .chain(hash -> registrations.found(company, null, (founding, owner) -> {
                    Caller admin = new Caller(
                            founding.tenantId(), owner.id(), owner.email(), Roles.permissions(Roles.ADMIN), null);
                    List<DemoYear.Seller> sellers = new ArrayList<>();
                    sellers.add(new DemoYear.Seller(owner.id(), OWNER.name(), OWNER.share()));
                    return Steps.inOrder(
                                    TEAM,
                                    member -> users.add(admin, member.name(), member.email(), member.role(), hash)
                                            .invoke(user -> sellers.add(
                                                    new DemoYear.Seller(user.id(), member.name(), member.share())))
                                            .replaceWithVoid())
                            .chain(() -> seed(admin, sellers))
                            .replaceWith(admin);
                }))
                .invoke(() -> LOG.infof(
                        "founded the demo tenant in %d ms",
                        Duration.ofNanos(System.nanoTime() - began).toMillis()));
    }

    private Uni<Void> seed(Caller admin, List<DemoYear.Seller> team) {
        List<DemoYear.Seller> sellers =
                team.stream().filter(member -> member.share() > 0).toList();
        return days.zone(admin)
                .chain(zone -> days.today(admin)
                        .map(today -> DemoYear.of(today, zone, sellers))
                        // Its parts refer to one another both ways; at the commit all of them are there.
                        .chain(year -> Steps.inOrder(data, each -> each.seed(admin, year))));
    }
}
