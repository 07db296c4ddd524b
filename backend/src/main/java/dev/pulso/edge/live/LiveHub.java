package dev.pulso.edge.live;

import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.AccessTokens;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.NoticeListener;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The streams of this node. While there is one, the log is read some times a second: with one small statement for all. */
@ApplicationScoped
class LiveHub implements NoticeListener {
    static final int STREAMS_PER_USER = 10;

    private static final Logger LOG = Logger.getLogger(LiveHub.class);
    private static final long EVERY_MILLIS = 200;
    private static final long AFTER_FAILURE_MILLIS = 2_000;
    private static final long PING_MILLIS = 20_000;
    /** How soon a stream ends once its token has. */
    private static final long LOOK_MILLIS = 1_000;

    private final LiveLog log;
    private final AccessGate gate;
    private final Vertx vertx;
    private final Clock clock;
    /** By tenant: of most notices only a few streams need be asked. */
    private final Map<UUID, Set<LiveStream>> streams = new ConcurrentHashMap<>();

    private volatile @Nullable LiveProgress progress;
    private boolean reading;
    private volatile boolean stopped;
    private long pinged;
    private long looked;

    LiveHub(LiveLog log, AccessGate gate, Vertx vertx, Clock clock) {
        this.log = log;
        this.gate = gate;
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * What a user hears from now on and, with {@code seen}, since then.
     *
     * @param hangUp closes the connection of a reader that does not read
     * @throws Problem 429 when the user has too many streams already, 503 when the node is about to stop
     */
    Multi<LiveEvent> open(AccessTokens.Claims claims, Caller caller, @Nullable Long seen, Runnable hangUp) {
        if (stopped) {
            throw Problem.busy();
        }
        if (streams.getOrDefault(claims.tenantId(), Set.of()).stream()
                        .filter(stream -> stream.of(claims.tenantId(), claims.userId()))
                        .count()
                >= STREAMS_PER_USER) {
            throw Problem.tooMany(30);
        }
        // Twice the patience: what was missed comes in one go before it is tried.
        return Multi.createFrom()
                .emitter(out -> begin(new LiveStream(claims, caller, out, hangUp), seen, out), 2 * LiveStream.PATIENCE);
    }

    int readers() {
        return streams.values().stream().mapToInt(Set::size).sum();
    }

    private void add(LiveStream stream) {
        streams.compute(stream.claims().tenantId(), (tenant, present) -> {
            Set<LiveStream> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(stream);
            return all;
        });
    }

    private void remove(LiveStream stream) {
        streams.computeIfPresent(stream.claims().tenantId(), (tenant, present) -> {
            present.remove(stream);
            return present.isEmpty() ? null : present;
        });
    }

    private void each(Consumer<LiveStream> action) {
        streams.values().forEach(all -> all.forEach(action));
    }

    private void begin(LiveStream stream, @Nullable Long seen, MultiEmitter<? super LiveEvent> out) {
        out.onTermination(() -> remove(stream));
        follow(stream).chain(() -> missed(stream, seen)).subscribe().with(stream::begin, failure -> {
            LOG.warn("a live stream could not begin", failure);
            stream.end();
        });
    }

    /** From here on it hears of everything that this node reads. */
    private Uni<Void> follow(LiveStream stream) {
        synchronized (this) {
            if (stopped) {
                return Uni.createFrom().failure(Problem.busy());
            }
            add(stream);
            if (reading) {
                return Uni.createFrom().voidItem();
            }
            reading = true;
        }
        return log.latest()
                .invoke(latest -> {
                    progress = new LiveProgress(latest.notices(), latest.horizon());
                    later(EVERY_MILLIS);
                })
                .onFailure()
                .invoke(() -> {
                    pause();
                    each(this::leave);
                })
                .replaceWithVoid();
    }

    private Uni<List<LiveEvent>> missed(LiveStream stream, @Nullable Long seen) {
        return log.ends().chain(ends -> {
            // What this node has read so far: the statement below sees it as well.
            LiveProgress now = progress;
            long settled = now == null ? 0 : now.settled();
            boolean kept = seen == null || (seen >= ends.oldest() - 1 && seen <= ends.newest());
            if (!kept) {
                return Uni.createFrom().item(List.of(LiveEvent.plain("reset"), LiveEvent.ping(settled)));
            }
            return log.of(stream.claims().tenantId(), seen).map(notices -> {
                List<LiveEvent> events = new ArrayList<>();
                events.add(LiveEvent.plain(notices.size() > LiveLog.BATCH ? "reset" : "ready"));
                if (notices.size() <= LiveLog.BATCH) {
                    notices.stream().filter(stream::mayHear).forEach(notice -> events.add(notice.event(settled)));
                }
                events.add(LiveEvent.ping(settled));
                return events;
            });
        });
    }

    private void later(long millis) {
        vertx.setTimer(millis, timer -> read());
    }

    private void read() {
        LiveProgress now = progress;
        synchronized (this) {
            if (streams.isEmpty() || stopped || now == null) {
                pause();
                return;
            }
        }
        log.next(now.newest(), now.missing())
                .subscribe()
                .with(
                        read -> {
                            try {
                                tell(now, read);
                            } catch (RuntimeException fault) {
                                // Whatever it was: the node must not go deaf over it.
                                LOG.error("what was read of the live log could not be told", fault);
                            } finally {
                                later(read.notices().size() >= LiveLog.BATCH ? 1 : EVERY_MILLIS);
                            }
                        },
                        failure -> {
                            LOG.warnf("the live log could not be read: %s", failure.toString());
                            later(AFTER_FAILURE_MILLIS);
                        });
    }

    private void tell(LiveProgress now, LiveLog.Read read) {
        Instant instant = clock.instant();
        List<LiveNotice> fresh = now.read(read.notices(), read.horizon());
        long settled = now.settled();
        for (LiveNotice notice : fresh) {
            for (LiveStream stream : streams.getOrDefault(notice.tenantId(), Set.of())) {
                alive(stream, instant, () -> {
                    if (stream.mayHear(notice)) {
                        stream.send(notice.event(settled), instant);
                    }
                });
            }
        }
        if (instant.toEpochMilli() - looked < LOOK_MILLIS) {
            return;
        }
        looked = instant.toEpochMilli();
        boolean ping = instant.toEpochMilli() - pinged >= PING_MILLIS;
        if (ping) {
            pinged = instant.toEpochMilli();
        }
        each(stream -> alive(stream, instant, () -> {
            if (ping) {
                stream.send(LiveEvent.ping(settled), instant);
            }
        }));
    }

    /** One stream that breaks takes no other with it. */
    private void alive(LiveStream stream, Instant now, Runnable action) {
        if (stream.ended(now)) {
            leave(stream);
            return;
        }
        try {
            action.run();
        } catch (RuntimeException broken) {
            LOG.warn("a live stream broke", broken);
            leave(stream);
        }
    }

    private synchronized void pause() {
        progress = null;
        reading = false;
    }

    @Override
    public String channel() {
        return "access_changed";
    }

    /** The tenant, or the tenant and the user. */
    @Override
    public void heard(String payload) {
        String[] names = payload.split("/", 2);
        UUID tenantId = UUID.fromString(names[0]);
        UUID userId = names.length > 1 ? UUID.fromString(names[1]) : null;
        streams.getOrDefault(tenantId, Set.of()).stream()
                .filter(stream -> stream.of(tenantId, userId))
                .forEach(this::askAgain);
    }

    @Override
    public void attached() {
        each(this::askAgain);
    }

    @Override
    public void detached() {
        // Whatever was missed is asked for again once notices are heard.
    }

    private void askAgain(LiveStream stream) {
        gate.admit(stream.claims())
                .subscribe()
                .with(
                        caller -> {
                            if (caller == null) {
                                leave(stream);
                            } else {
                                stream.admit(caller);
                            }
                        },
                        failure -> leave(stream));
    }

    /** It will come back, unless it may not. */
    private void leave(LiveStream stream) {
        remove(stream);
        stream.end();
    }

    /** Before anything waits for requests to finish: these never do by themselves. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        stop();
    }

    void leave(@Observes @Priority(1) ShutdownEvent event) {
        stop();
    }

    void stop() {
        synchronized (this) {
            stopped = true;
        }
        each(this::leave);
    }
}
