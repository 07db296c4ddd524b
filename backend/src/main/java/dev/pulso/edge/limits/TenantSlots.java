package dev.pulso.edge.limits;

import dev.pulso.kernel.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of one tenant are worked on at once on this node, so that one tenant never has all connections and
 * processors. Whoever comes when all slots are taken waits in the tenant's own line: a page that asks for ten things at once
 * is served, a flood fills the line of who made it and is told to come back.
 *
 * <p>A slot is given back when the answer has ended, however: sent, failed, or the client gone.
 */
@ApplicationScoped
public class TenantSlots {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** So many times the slots may wait; more would not be served in time. */
    private static final int LINE = 20;

    private final Vertx vertx;
    private final Refusals refusals;
    private final Map<UUID, Slots> tenants = new ConcurrentHashMap<>();

    TenantSlots(Vertx vertx, Refusals refusals) {
        this.vertx = vertx;
        this.refusals = refusals;
    }

    private static final class Slots {
        private final UUID tenant;
        private final Deque<Visit> line = new ArrayDeque<>();
        private int taken;
        /** Those that have come and not left yet. */
        private int visits;
        /** Nobody was in it any more: whoever comes next begins a new one. */
        private boolean gone;

        private Slots(UUID tenant) {
            this.tenant = tenant;
        }
    }

    /** One request, from asking for a slot to its end. */
    private final class Visit {
        private final Slots slots;
        private final @Nullable Context context = Vertx.currentContext();
        private @Nullable UniEmitter<? super Void> waiting;
        private long timer;
        private boolean holds;
        private boolean ended;

        Visit(Slots slots) {
            this.slots = slots;
        }

        /** Outside of the lock: what follows is the whole request. */
        void goOn(@Nullable Throwable refusal) {
            UniEmitter<? super Void> emitter = waiting;
            if (emitter == null) {
                return;
            }
            vertx.cancelTimer(timer);
            Runnable go = () -> {
                if (refusal == null) {
                    emitter.complete(null);
                } else {
                    emitter.fail(refusal);
                }
            };
            if (context == null) {
                go.run();
            } else {
                context.runOnContext(ignored -> go.run());
            }
        }
    }

    /** Null when a slot was free, which is now taken; else ends when one is, or in a 429 after two seconds. */
    public @Nullable Uni<Void> enter(UUID tenant, int limit, RoutingContext request) {
        Visit visit = visit(tenant, limit);
        request.addEndHandler(ignored -> leave(visit));
        return visit.holds ? null : Uni.createFrom().emitter(emitter -> queue(visit, limit, emitter));
    }

    private Visit visit(UUID tenant, int limit) {
        while (true) {
            Slots slots = tenants.computeIfAbsent(tenant, Slots::new);
            synchronized (slots) {
                if (slots.gone) {
                    continue;
                }
                Visit visit = new Visit(slots);
                slots.visits++;
                if (slots.taken < limit) {
                    slots.taken++;
                    visit.holds = true;
                } else if (slots.line.size() >= limit * LINE) {
                    slots.visits--;
                    throw refuse(slots);
                }
                return visit;
            }
        }
    }

    private void queue(Visit visit, int limit, UniEmitter<? super Void> emitter) {
        Slots slots = visit.slots;
        visit.waiting = emitter;
        visit.timer = vertx.setTimer(PATIENCE.toMillis(), ignored -> giveUp(visit));
        synchronized (slots) {
            if (!visit.ended && slots.taken >= limit) {
                slots.line.add(visit);
                return;
            }
            if (!visit.ended) {
                slots.taken++;
                visit.holds = true;
            }
        }
        visit.goOn(null);
    }

    private void giveUp(Visit visit) {
        Slots slots = visit.slots;
        boolean waited;
        synchronized (slots) {
            waited = slots.line.remove(visit);
        }
        if (waited) {
            visit.goOn(refuse(slots));
        }
    }

    private void leave(Visit visit) {
        Slots slots = visit.slots;
        Visit next = null;
        boolean waited = false;
        synchronized (slots) {
            if (visit.ended) {
                return;
            }
            visit.ended = true;
            if (!visit.holds) {
                waited = slots.line.remove(visit);
            } else {
                next = slots.line.poll();
                if (next == null) {
                    slots.taken--;
                } else {
                    next.holds = true;
                }
            }
            slots.visits--;
            if (slots.visits == 0) {
                slots.gone = true;
                tenants.remove(slots.tenant, slots);
            }
        }
        if (next != null) {
            next.goOn(null);
        }
        if (waited) {
            // Nobody hears it; the request has to end all the same.
            visit.goOn(Problem.tooMany(1));
        }
    }

    private Problem refuse(Slots slots) {
        refusals.count("concurrency", slots.tenant);
        return Problem.tooMany(1);
    }

    /** How many tenants are remembered: those that have a request in work. */
    int known() {
        return tenants.size();
    }

    /** Slots that a tenant has taken now. */
    int taken(UUID tenant) {
        Slots slots = tenants.get(tenant);
        if (slots == null) {
            return 0;
        }
        synchronized (slots) {
            return slots.taken;
        }
    }
}
