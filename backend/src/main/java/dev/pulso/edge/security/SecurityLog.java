package dev.pulso.edge.security;

import dev.pulso.edge.limits.Rate;
import dev.pulso.edge.limits.RateLimiter;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Texts;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tried or did about access, as one kind of event: a metric, a line in the log, and, where the company is known, an
 * entry in its audit trail with address and user agent. Never with a secret. A flood is counted and not written out.
 */
@ApplicationScoped
public class SecurityLog {
    public enum Kind {
        LOGIN_FAILED,
        CODE_WRONG,
        PASSWORD_WRONG,
        TOKEN_REPLAYED,
        LIMIT_MET,
        PERMISSION_REFUSED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        EMAIL_CHANGED,
        SECOND_FACTOR_ON,
        SECOND_FACTOR_OFF;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who asks, kept with the request as its id is. */
    private record Asker(@Nullable String address, @Nullable String userAgent, String requestId) {
        static final Asker NOBODY = new Asker(null, null, "-");
    }

    private static final String KEY = "pulso.security.asker";
    private static final Logger LOG = Logger.getLogger("dev.pulso.security");
    private static final int LONGEST_AGENT = 300;
    private static final Rate WRITTEN = new Rate("security-event", 60, Duration.ofMinutes(1));
    private static final String INSERT =
            "insert into security_events (tenant_id, id, kind, user_id, api_key_id, address, user_agent, detail)"
                    + " values ($1, $2, $3, $4, $5, $6, $7, $8)";

    private final Tenancy tenancy;
    private final RateLimiter limiter;
    private final MeterRegistry meters;

    SecurityLog(Tenancy tenancy, RateLimiter limiter, MeterRegistry meters) {
        this.tenancy = tenancy;
        this.limiter = limiter;
        this.meters = meters;
    }

    /** Said once per request, before anything is noted. */
    public static void asks(@Nullable String address, @Nullable String userAgent, String requestId) {
        Context context = Vertx.currentContext();
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            String agent = userAgent == null ? null : Texts.shortened(userAgent, LONGEST_AGENT);
            context.putLocal(KEY, new Asker(address, agent, requestId));
        }
    }

    /**
     * Notes an event; nobody waits for that, and nothing fails by it.
     *
     * @param tenant null when it is not known whose account it is about
     * @param detail what it was about, such as the name of a permission; no secret
     */
    public void note(Kind kind, @Nullable UUID tenant, @Nullable UUID user, @Nullable String detail) {
        note(kind, tenant, user, null, detail);
    }

    /** Notes what a person or a program with a key did; as the other. */
    public void note(Kind kind, Caller caller, @Nullable String detail) {
        note(kind, caller.tenantId(), caller.userId(), caller.keyId(), detail);
    }

    private void note(
            Kind kind, @Nullable UUID tenant, @Nullable UUID user, @Nullable UUID key, @Nullable String detail) {
        meters.counter("pulso.security.events", "kind", kind.text()).increment();
        Asker asker = asker();
        limiter.take(WRITTEN, kind + " " + (tenant == null ? asker.address() : tenant))
                .chain(decision -> decision.granted() ? write(kind, tenant, user, key, detail, asker) : nothing())
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.errorf(failure, "%s %s was not written", asker.requestId(), kind.text()));
    }

    private Uni<Void> write(
            Kind kind,
            @Nullable UUID tenant,
            @Nullable UUID user,
            @Nullable UUID key,
            @Nullable String detail,
            Asker asker) {
        LOG.infof(
                "%s %s tenant=%s user=%s key=%s address=%s %s",
                asker.requestId(), kind.text(), tenant, user, key, asker.address(), detail == null ? "" : detail);
        if (tenant == null) {
            return nothing();
        }
        Caller caller =
                new Caller(tenant, user == null ? key : user, "security", java.util.Set.of(), asker.requestId());
        return tenancy.apart(() -> tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(INSERT)
                        .execute(Tuple.wrap(Arrays.asList(
                                tenant,
                                Ids.next(),
                                kind.text(),
                                user,
                                key,
                                asker.address(),
                                asker.userAgent(),
                                detail)))
                        .replaceWithVoid()));
    }

    private static Asker asker() {
        Context context = Vertx.currentContext();
        Asker asker = context != null && VertxContext.isDuplicatedContext(context) ? context.getLocal(KEY) : null;
        return asker == null ? Asker.NOBODY : asker;
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
