package dev.pulso.store.queue;

import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this process holds of one queue: some in hand, some of them being worked on. */
final class Lane {
    /** So many times as many are in hand as are worked on: taking goes on beside working, and is worth its while. */
    private static final int IN_HAND = 12;
    /** The same for one tenant: what it has in hand is before others that come now. */
    private static final int IN_HAND_EACH = 4;

    private static final UUID FIRST = new UUID(0, 0);
    private static final Cancellable NOT_YET = () -> {};

    final Worker worker;
    private final Map<Long, Work> held = new LinkedHashMap<>();
    /** What is being worked on, and how to stop that. */
    private final Map<Long, Cancellable> running = new LinkedHashMap<>();

    private final Deque<Work> ready = new ArrayDeque<>();
    private boolean taking;
    private boolean more;
    private UUID after = FIRST;

    Lane(Worker worker) {
        this.worker = worker;
    }

    private int inHand() {
        return worker instanceof Reaction<?> ? IN_HAND : 1;
    }

    /** How many of one tenant may be leased. */
    int each() {
        return worker.atOncePerTenant() * Math.min(inHand(), IN_HAND_EACH);
    }

    /** How many may be taken now; from then on nobody else takes until {@link #took}. Zero: none. */
    synchronized int beginTaking() {
        // What takes long is not leased before there is somebody to do it: another node may be free.
        int hand = worker.atOnce() * inHand();
        int free = hand - held.size();
        if (taking || free <= 0 || (free < hand / 2 && !ready.isEmpty())) {
            return 0;
        }
        taking = true;
        return free;
    }

    synchronized void took(List<Work> work) {
        taking = false;
        work.forEach(one -> {
            held.put(one.seq(), one);
            ready.add(one);
        });
        if (!work.isEmpty()) {
            after = work.getLast().tenantId();
        }
        // Nothing, while some are in hand: a tenant may have as many as it gets, and wait for one of them to end.
        more = !held.isEmpty();
    }

    /** Whether it is worth asking again before the next look. */
    synchronized boolean expectsMore() {
        return more;
    }

    synchronized UUID after() {
        return after;
    }

    synchronized boolean holdsSuspect() {
        return held.values().stream().anyMatch(work -> work.crashes() > 0);
    }

    /** The next to work on, or null: none, or enough are being worked on. */
    synchronized @Nullable Work begin() {
        if (running.size() >= worker.atOnce() || ready.isEmpty()) {
            return null;
        }
        Work next = ready.poll();
        running.put(next.seq(), NOT_YET);
        return next;
    }

    /** By now it may have ended, which is nothing to stop any more. */
    synchronized void began(Work work, Cancellable cancellable) {
        if (held.get(work.seq()) == work) {
            running.replace(work.seq(), cancellable);
        }
    }

    synchronized void ended(Work work) {
        if (held.remove(work.seq(), work)) {
            running.remove(work.seq());
        }
    }

    synchronized List<Work> held() {
        return List.copyOf(held.values());
    }

    synchronized int working() {
        return running.size();
    }

    /** What is not begun yet, which is then not this process's any more. */
    synchronized List<Work> letGo() {
        List<Work> left = new ArrayList<>(ready);
        ready.clear();
        left.forEach(work -> held.remove(work.seq()));
        return left;
    }

    /** Stops working on what somebody else has by now; answers what had begun. */
    List<Work> lost(Collection<Work> gone) {
        List<Cancellable> lost = new ArrayList<>();
        List<Work> begun = new ArrayList<>();
        synchronized (this) {
            for (Work work : gone) {
                if (held.remove(work.seq(), work)) {
                    ready.remove(work);
                    Cancellable cancellable = running.remove(work.seq());
                    if (cancellable != null) {
                        lost.add(cancellable);
                        begun.add(work);
                    }
                }
            }
        }
        lost.forEach(Cancellable::cancel);
        return begun;
    }
}
