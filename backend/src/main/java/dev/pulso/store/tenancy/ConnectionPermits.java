package dev.pulso.store.tenancy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may take a connection of the pool. Requests are counted at the door, but one request may want several connections and
 * what works in the background passes no door: so it is asked here, where connections are taken.
 *
 * <p>No tenant has more than two fifths of the pool for what people wait for, and a fifth for what is done in the background;
 * the background of all has two fifths. Who waits holds nothing, in the tenant's own line; the lines are served in turn, so that
 * a tenant with a thousand in line delays another's one by one. Two connections are never given to tenants: one is left for
 * work that has no tenant (leases, sessions, directories), one for the question whether the database answers.
 *
 * <p>A tenant is known here only as long as it holds or waits for something.
 */
final class ConnectionPermits {
    private final int all;
    private final int tenants;
    private final int each;
    private final int background;
    private final int backgroundEach;
    private final LongSupplier nanos;
    private final Map<Share, Line> lines = new HashMap<>();
    /** Lines in which somebody waits and that are below their own bound, by turn: for people, and in the background. */
    private final Deque<Line> turns = new ArrayDeque<>();

    private final Deque<Line> backgroundTurns = new ArrayDeque<>();
    private int taken;
    private int takenInBackground;
    private int waiting;
    private boolean backgroundNext;
    /** When a permit of a tenant was last given or came back. */
    private long moved;

    /** @param connections how many the pool has */
    ConnectionPermits(int connections, LongSupplier nanos) {
        this.all = Math.max(1, connections - 1);
        this.tenants = Math.max(1, connections - 2);
        this.each = Math.max(1, connections * 2 / 5);
        this.background = Math.max(1, connections * 2 / 5);
        this.backgroundEach = Math.max(1, connections / 5);
        this.nanos = nanos;
        this.moved = nanos.getAsLong();
    }

    /** @param tenant null for work without one */
    private record Share(@Nullable UUID tenant, boolean background) {}

    private final class Line {
        private final Share share;
        private final int most;
        private final Deque<Permit> waiting = new ArrayDeque<>();
        private int taken;

        Line(Share share) {
            this.share = share;
            this.most = share.tenant() == null ? all : share.background() ? backgroundEach : each;
        }

        /** Whether the pool as a whole has one for it. */
        boolean poolHasRoom() {
            return taken < most
                    && ConnectionPermits.this.taken < (share.tenant() == null ? all : tenants)
                    && (!share.background() || takenInBackground < background);
        }

        Deque<Line> turns() {
            return share.background() ? backgroundTurns : turns;
        }

        void takeOne() {
            taken++;
            ConnectionPermits.this.taken++;
            if (share.background()) {
                takenInBackground++;
            }
            moves();
        }

        /** Work without a tenant goes on in its own share, however stuck the tenants are. */
        private void moves() {
            if (share.tenant() != null) {
                moved = nanos.getAsLong();
            }
        }

        void giveOne() {
            if (taken == most && !waiting.isEmpty()) {
                turns().addLast(this);
            }
            taken--;
            ConnectionPermits.this.taken--;
            if (share.background()) {
                takenInBackground--;
            }
            moves();
        }
    }

    /** Leave to take one connection, once it is given. */
    final class Permit {
        private final Line line;
        private final BooleanSupplier unwanted;
        private final Consumer<Boolean> told;
        private boolean held;
        private boolean over;

        private Permit(Line line, BooleanSupplier unwanted, Consumer<Boolean> told) {
            this.line = line;
            this.unwanted = unwanted;
            this.told = told;
        }

        /** A connection may be taken now. */
        boolean held() {
            synchronized (ConnectionPermits.this) {
                return held;
            }
        }

        /** Gives it back, as often as one likes: only the first time counts. */
        void release() {
            Deque<Runnable> tell = new ArrayDeque<>();
            synchronized (ConnectionPermits.this) {
                if (held && !over) {
                    over = true;
                    line.giveOne();
                    giveOut(tell);
                    forget(line);
                }
            }
            tell.forEach(Runnable::run);
        }

        /** Leaves the line. @return false when its turn has come already */
        boolean withdraw() {
            synchronized (ConnectionPermits.this) {
                if (held || over) {
                    return false;
                }
                over = true;
                line.waiting.remove(this);
                waiting--;
                if (line.waiting.isEmpty()) {
                    line.turns().remove(line);
                }
                forget(line);
                return true;
            }
        }

        /** Whether it is the tenant itself that has what it waits for. */
        boolean waitsForItself() {
            synchronized (ConnectionPermits.this) {
                return line.taken >= line.most && line.share.tenant() != null;
            }
        }
    }

    /**
     * Asks for one.
     *
     * @param tenant null for work without one
     * @param unwanted asked when its turn has come: nobody needs it any more
     * @param told called once if it has to be waited for, from whatever thread: given, or unwanted by then
     */
    Permit ask(@Nullable UUID tenant, boolean inBackground, BooleanSupplier unwanted, Consumer<Boolean> told) {
        synchronized (this) {
            Line line = lines.computeIfAbsent(new Share(tenant, inBackground), Line::new);
            Permit permit = new Permit(line, unwanted, told);
            if (line.waiting.isEmpty() && line.poolHasRoom()) {
                line.takeOne();
                permit.held = true;
                return permit;
            }
            if (line.waiting.isEmpty() && line.taken < line.most) {
                line.turns().addLast(line);
            }
            line.waiting.add(permit);
            waiting++;
            return permit;
        }
    }

    /** One to each line in turn, people's and the background's alternately, as long as there are any. */
    private void giveOut(Deque<Runnable> tell) {
        while (true) {
            Line line = next();
            if (line == null) {
                return;
            }
            Permit permit = line.waiting.poll();
            waiting--;
            if (permit.unwanted.getAsBoolean()) {
                permit.over = true;
                tell.add(() -> permit.told.accept(false));
            } else {
                permit.held = true;
                line.takeOne();
                tell.add(() -> permit.told.accept(true));
            }
            if (!line.waiting.isEmpty() && line.taken < line.most) {
                line.turns().addLast(line);
            }
            forget(line);
        }
    }

    private @Nullable Line next() {
        Line line = backgroundNext ? first(backgroundTurns) : first(turns);
        if (line == null) {
            line = backgroundNext ? first(turns) : first(backgroundTurns);
        }
        if (line != null) {
            backgroundNext = !line.share.background();
        }
        return line;
    }

    /** The next of them for which the pool has one: the last is for work without a tenant, whose line may be behind others. */
    private @Nullable Line first(Deque<Line> lines) {
        if (taken >= all) {
            return null;
        }
        for (Line line : lines) {
            if (line.poolHasRoom()) {
                lines.remove(line);
                return line;
            }
        }
        return null;
    }

    private void forget(Line line) {
        if (line.taken == 0 && line.waiting.isEmpty()) {
            lines.remove(line.share, line);
        }
    }

    /** How many connections are taken just now. */
    synchronized int taken() {
        return taken;
    }

    synchronized int takenBy(UUID tenant) {
        Line line = lines.get(new Share(tenant, false));
        Line inBackground = lines.get(new Share(tenant, true));
        return (line == null ? 0 : line.taken) + (inBackground == null ? 0 : inBackground.taken);
    }

    synchronized int waiting() {
        return waiting;
    }

    /** How many shares of tenants are remembered. */
    synchronized int known() {
        return lines.size();
    }

    /** For how long nobody has given one back while others waited for the pool; zero as long as it moves. */
    synchronized long stuckNanos() {
        boolean poolIsWaitedFor = taken >= tenants && !(turns.isEmpty() && backgroundTurns.isEmpty());
        return poolIsWaitedFor ? nanos.getAsLong() - moved : 0;
    }
}
