package dev.pulso.identity.internal.demo;

import dev.pulso.identity.internal.registration.RegistrationService;
import dev.pulso.identity.internal.user.UserService;
import dev.pulso.platform.kernel.Steps;
import dev.pulso.platform.security.Roles;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.DemoData;
import dev.pulso.platform.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Founds the tenant {@code demo} at the first start, so that nothing opens empty. Off in production. */
@ApplicationScoped
class DemoTenant {
    private static final Logger LOG = Logger.getLogger(DemoTenant.class);
    private static final String SLUG = "demo";
    private static final String PASSWORD = "demo12345";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int BEFORE_THE_SCHEDULER = Interceptor.Priority.PLATFORM_BEFORE - 1;

    private final Tenancy tenancy;
    private final RegistrationService registrations;
    private final UserService users;
    private final List<DemoData> data;
    private final boolean wanted;

    DemoTenant(
            Tenancy tenancy,
            RegistrationService registrations,
            UserService users,
            @All List<DemoData> data,
            @ConfigProperty(name = "pulso.demo") boolean wanted) {
        this.tenancy = tenancy;
        this.registrations = registrations;
        this.users = users;
        this.data =
                data.stream().sorted(Comparator.comparingInt(DemoData::order)).toList();
        this.wanted = wanted;
    }

    /** Before the scheduler, which observes the start as well: its runs would come in between. */
    void onStart(@Observes @Priority(BEFORE_THE_SCHEDULER) StartupEvent started) {
        if (wanted) {
            exists().chain(exists -> exists ? Uni.createFrom().voidItem() : found())
                    .await()
                    .atMost(PATIENCE);
        }
    }

    private Uni<Boolean> exists() {
        return tenancy.withoutTenant(connection -> connection
                .preparedQuery("select 1 from tenant_directory where slug = $1")
                .execute(Tuple.of(SLUG))
                .map(rows -> rows.size() > 0));
    }

    private Uni<Void> found() {
        LOG.info("founding the demo tenant");
        var company =
                new RegistrationService.NewTenant("Pixel12 Digital", SLUG, "Marina Alves", "admin@demo.com", PASSWORD);
        return registrations
                .found(
                        company,
                        null,
                        (founding, admin) -> Uni.createFrom()
                                .item(new Caller(
                                        founding.tenantId(),
                                        admin.id(),
                                        admin.email(),
                                        Roles.permissions(Roles.ADMIN),
                                        null)))
                .call(admin -> users.create(admin, "Rafael Lima", "agent@demo.com", Roles.AGENT, PASSWORD))
                .call(admin -> users.create(admin, "Vera Campos", "viewer@demo.com", Roles.VIEWER, PASSWORD))
                .chain(admin -> Steps.inOrder(data, each -> each.seed(admin)));
    }
}
