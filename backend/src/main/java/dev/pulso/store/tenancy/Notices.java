package dev.pulso.store.tenancy;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgChannel;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One connection of its own that listens for all {@link NoticeListener}s, and connects again when it is lost. */
@ApplicationScoped
class Notices {
    private static final Logger LOG = Logger.getLogger(Notices.class);
    private static final long RETRY_MILLIS = 500;

    private final Vertx vertx;
    private final TenantPoolCreator pool;
    private final List<NoticeListener> listeners;
    private @Nullable PgSubscriber subscriber;

    Notices(Vertx vertx, TenantPoolCreator pool, @All List<NoticeListener> listeners) {
        this.vertx = vertx;
        this.pool = pool;
        this.listeners = listeners;
    }

    void start(@Observes StartupEvent event) {
        PgSubscriber made = PgSubscriber.subscriber(
                vertx,
                pool.server().addProperty("application_name", "pulso-notices").setTcpKeepAlive(true));
        // Asked before every attempt, so also the first to know that the connection has gone.
        made.reconnectPolicy(attempt -> {
            listeners.forEach(NoticeListener::detached);
            return attempt == 0 ? 0 : RETRY_MILLIS;
        });
        Map<String, List<NoticeListener>> byChannel =
                listeners.stream().collect(Collectors.groupingBy(NoticeListener::channel));
        byChannel.forEach((name, those) -> {
            PgChannel channel = made.channel(name);
            channel.subscribeHandler(done -> those.forEach(NoticeListener::attached));
            channel.handler(payload -> those.forEach(listener -> listener.heard(payload)));
        });
        subscriber = made;
        made.connect().onFailure(failure -> LOG.warn("notices of the database are not heard", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        if (subscriber != null) {
            subscriber.close();
        }
    }
}
