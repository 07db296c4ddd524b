package dev.pulso.store.tenancy;

import io.quarkus.arc.ClientProxy;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.vertx.TypeArg;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The only door to the database. Every method runs one transaction on behalf of one {@link Caller}; rows of other
 * tenants do not exist inside it.
 *
 * <p>May be called from anywhere: where there is no event loop context (job threads, event handlers) one is made. A
 * transaction whose subscriber goes away is rolled back, and its connection always returns to the pool.
 *
 * <p>Never run two operations at once on one session or connection: chain them.
 */
@ApplicationScoped
public class Tenancy {
    private final Vertx vertx;
    private final Supplier<Mutiny.SessionFactory> sessions;
    private final Supplier<TenantPool> pool;
    private final Set<UUID> writers = ConcurrentHashMap.newKeySet();

    @Inject
    Tenancy(Vertx vertx, Instance<Mutiny.SessionFactory> sessions, Instance<Pool> pool) {
        this(vertx, sessions::get, () -> (TenantPool) ClientProxy.unwrap(pool.get()));
    }

    Tenancy(Vertx vertx, Supplier<Mutiny.SessionFactory> sessions, Supplier<TenantPool> pool) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.pool = pool;
    }

    /**
     * One transaction on one Hibernate session. Inside another {@code write} of the same tenant it joins that.
     *
     * @throws Overtaken when somebody else was faster by less than it takes to write
     */
    public <T> Uni<T> write(Caller caller, Function<Mutiny.Session, Uni<T>> work) {
        return session(caller, false, work);
    }

    /** As {@link #write}, but read only: the database refuses changes. Joins an open transaction of the same tenant. */
    public <T> Uni<T> read(Caller caller, Function<Mutiny.Session, Uni<T>> work) {
        return session(caller, true, work);
    }

    /**
     * One transaction on the SQL client, for bulk and set-based work. Inside {@code write} or {@code read} it flushes the
     * session and runs on the same connection, so both see and commit the same things.
     */
    public <T> Uni<T> sql(Caller caller, Function<SqlConnection, Uni<T>> work) {
        return statements(caller, work, true);
    }

    /** As {@link #sql}, for machinery whose statements leave nothing in the audit trail. */
    public <T> Uni<T> bookkeeping(Caller caller, Function<SqlConnection, Uni<T>> work) {
        return statements(caller, work, false);
    }

    /**
     * What is to happen once the open transaction has committed, such as work in the background that reads what it wrote; at
     * once where none is open, never when it is rolled back.
     */
    public void afterCommit(Runnable work) {
        Envelope open = Envelope.current();
        if (open == null) {
            work.run();
        } else {
            open.afterCommit.add(work);
        }
    }

    /** The tenants for which this process may have written since the last call; they are forgotten with the answer. */
    public Set<UUID> takeWriters() {
        Set<UUID> taken = Set.copyOf(writers);
        // One that writes just now is added again when its transaction has ended.
        writers.removeAll(taken);
        return taken;
    }

    /**
     * One read statement; BEGIN, settings, statement and COMMIT leave in one tick. The fast path for lists, boards and
     * read models. Inside an open transaction of the same tenant it runs on that, and sees its uncommitted changes. When
     * nobody waits for the rows any more, as of a client that has hung up, the server stops working on them.
     */
    public Uni<RowSet<Row>> query(Caller caller, String sql, Tuple parameters) {
        return rows(caller, List.of(new Read<>(sql, parameters, rows -> rows))).map(List::getFirst);
    }

    /**
     * As {@link #query}, for several statements whose answers belong together: on one connection, in one transaction that sees
     * one moment, sent in one tick. Side by side each would take a connection of its own, and see what it saw. Inside an open
     * transaction each sees what has committed by then.
     */
    public Uni<Answers> query(Caller caller, List<? extends Read<?>> reads) {
        return rows(caller, List.copyOf(reads)).map(rows -> new Answers(reads, rows));
    }

    private Uni<List<RowSet<Row>>> rows(Caller caller, List<Read<?>> reads) {
        return onEventLoop(() -> {
            Envelope open = Envelope.current();
            if (open == null) {
                return pipelined(new Envelope(caller, true), reads);
            }
            open.requireJoinable(caller, false);
            return seeingAs(
                    open,
                    caller,
                    () -> onOpenConnection(
                            open,
                            connection -> Multi.createFrom()
                                    .iterable(reads)
                                    .onItem()
                                    .transformToUniAndConcatenate(read ->
                                            connection.preparedQuery(read.sql()).execute(read.parameters()))
                                    .collect()
                                    .asList()));
        });
    }

    /**
     * One transaction for what is done by the thousands, in as few round trips as can be: BEGIN, the settings and what it reads
     * first leave in one tick, and so do its last statement and COMMIT. In between it is as inside {@link #sql}; {@link #write}
     * opens a session on its connection, and only then is one made.
     *
     * @param first what it reads first
     * @param last has to fail where nothing may be committed
     */
    public <T> Uni<Void> turn(Caller caller, Read<T> first, Function<T, Uni<Void>> work, Read<?> last) {
        return onEventLoop(() -> {
            if (Envelope.current() != null) {
                throw new TenantViolation("a transaction is open: a turn is one of its own");
            }
            Envelope envelope = new Envelope(caller, false);
            envelope.lendsItself = true;
            return toTheEnd(
                    envelope,
                    enveloped(
                                    envelope,
                                    () -> uni(() -> pool.get().lend(envelope))
                                            .chain(lent -> new Turn<>(envelope, lent, first, work, last).run()))
                            .onTermination()
                            .invoke(() -> {
                                if (envelope.wrote) {
                                    writers.add(caller.tenantId());
                                }
                            })
                            .onItem()
                            .invoke(() -> envelope.afterCommit.forEach(Runnable::run)));
        });
    }

    /**
     * One transaction without a tenant, for what must be known before there is one: the directories of tenants and
     * logins, the outbox queue. Every tenant table refuses it loudly.
     */
    public <T> Uni<T> withoutTenant(Function<SqlConnection, Uni<T>> work) {
        return onEventLoop(() -> {
            if (Envelope.current() != null) {
                throw new TenantViolation("a tenant's transaction is open: finish it first");
            }
            return Uni.createFrom()
                    .emitter(emitter -> uni(() -> pool.get().lend(null))
                            .chain(lent -> committed(
                                    lent,
                                    uni(() -> lent.connection()
                                            .begin()
                                            .compose(begun -> Envelope.patience(lent.connection())
                                                    .map(begun))),
                                    work))
                            .subscribe()
                            .with(emitter::complete, emitter::fail));
        });
    }

    /**
     * Work in a context of its own: what goes on after its request has been answered, and what runs side by side. Two
     * such works never meet in one transaction.
     */
    public <T> Uni<T> apart(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> in(freshContext(), work));
    }

    /** As {@link #apart}, for what nobody waits for: it leaves connections to those who do. */
    public <T> Uni<T> inBackground(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = freshContext();
            Envelope.putInBackground(context);
            return in(context, work);
        });
    }

    /**
     * Whether the database answers, asked on a connection that is kept for this. Fails when it does not, and when for as long
     * as given nobody has given a connection back that others wait for.
     */
    public Uni<Occupancy> occupancy(Duration stuck) {
        return onEventLoop(() -> uni(() -> pool.get().ask()).map(answered -> {
            ConnectionPermits permits = pool.get().permits();
            return new Occupancy(permits.taken(), permits.waiting(), permits.stuckNanos() > stuck.toNanos());
        }));
    }

    /**
     * How the pool is used.
     *
     * @param taken connections that are lent
     * @param waiting how many wait for one
     * @param stuck others wait, and none comes back
     */
    public record Occupancy(int taken, int waiting, boolean stuck) {}

    private <T> Uni<T> statements(Caller caller, Function<SqlConnection, Uni<T>> work, boolean audited) {
        return onEventLoop(() -> {
            Envelope open = Envelope.current();
            if (open != null) {
                open.requireJoinable(caller, false);
                open.wrote |= audited;
                return seeingAs(open, caller, () -> onOpenConnection(open, work));
            }
            Envelope envelope = new Envelope(caller, false);
            return toTheEnd(
                    envelope,
                    enveloped(envelope, () -> transaction(envelope, work))
                            .onTermination()
                            .invoke(() -> {
                                if (audited) {
                                    writers.add(caller.tenantId());
                                }
                            })
                            .onItem()
                            .invoke(() -> envelope.afterCommit.forEach(Runnable::run)));
        });
    }

    private <T> Uni<T> session(Caller caller, boolean readOnly, Function<Mutiny.Session, Uni<T>> work) {
        return onEventLoop(() -> {
            Envelope open = Envelope.current();
            if (open != null) {
                open.requireJoinable(caller, !readOnly);
                if (open.session == null && open.lendsItself) {
                    open.wrote |= !readOnly;
                    return seeingAs(open, caller, () -> opened(open, readOnly, work));
                }
                if (open.session == null) {
                    throw new TenantViolation(
                            "a sql() transaction is open: begin with write() and call sql() inside it");
                }
                Mutiny.Session session = open.session;
                return seeingAs(open, caller, () -> work.apply(session));
            }
            Envelope envelope = new Envelope(caller, readOnly);
            return toTheEnd(
                    envelope,
                    enveloped(
                                    envelope,
                                    () -> sessions.get().withTransaction((session, transaction) -> {
                                        envelope.session = session;
                                        if (readOnly) {
                                            session.setDefaultReadOnly(true);
                                        }
                                        return unlessCancelled(envelope, work.apply(session));
                                    }))
                            .onTermination()
                            .invoke(() -> {
                                if (!readOnly) {
                                    writers.add(caller.tenantId());
                                }
                            })
                            .onItem()
                            .invoke(() -> envelope.afterCommit.forEach(Runnable::run))
                            .onFailure(StaleRecord::is)
                            .recoverWithUni(failure -> overtaken(caller, failure)));
        });
    }

    /** Read in a transaction of its own: the one that was overtaken has been rolled back, and the other has committed. */
    private <T> Uni<T> overtaken(Caller caller, Throwable failure) {
        StaleRecord stale = StaleRecord.of(failure);
        if (stale == null) {
            return Uni.createFrom().failure(Overtaken.byUnknown(failure));
        }
        return read(
                        caller,
                        session -> session.createSelectionQuery(
                                        "select version from " + stale.entity() + " where id = :id", Integer.class)
                                .setParameter("id", stale.id())
                                .getSingleResultOrNull())
                .onItemOrFailure()
                .transformToUni((version, unread) -> Uni.createFrom()
                        .failure(unread == null ? Overtaken.by(failure, version) : Overtaken.byUnknown(failure)));
    }

    /** A session on the connection of the open transaction, which ends before that does. */
    private <T> Uni<T> opened(Envelope open, boolean readOnly, Function<Mutiny.Session, Uni<T>> work) {
        return sessions.get()
                .withTransaction((session, transaction) -> {
                    open.session = session;
                    if (readOnly) {
                        session.setDefaultReadOnly(true);
                    }
                    return work.apply(session);
                })
                .onTermination()
                .invoke(() -> open.session = null);
    }

    private <T> Uni<T> transaction(Envelope envelope, Function<SqlConnection, Uni<T>> work) {
        return uni(() -> pool.get().lend(envelope))
                .chain(lent -> committed(
                        lent,
                        uni(() -> new TenantConnection(lent, envelope).begin()),
                        connection -> unlessCancelled(envelope, work.apply(connection))));
    }

    private static <T> Uni<T> committed(
            TenantPool.Lent lent, Uni<Transaction> begin, Function<SqlConnection, Uni<T>> work) {
        return begin.chain(transaction -> Uni.createFrom()
                        .deferred(() -> work.apply(SqlConnection.newInstance(lent.connection())))
                        .onFailure()
                        // The first failure is the one to tell; a broken connection fails to roll back as well.
                        .call(() -> uni(transaction::rollback).onFailure().recoverWithNull())
                        .call(() -> uni(transaction::commit)))
                .eventually(() -> uni(lent::giveBack).onFailure().recoverWithNull());
    }

    private Uni<List<RowSet<Row>>> pipelined(Envelope envelope, List<Read<?>> reads) {
        return Uni.createFrom().emitter(emitter -> {
            ReadStatements statements = new ReadStatements(pool.get(), envelope, reads);
            emitter.onTermination(statements::abandon);
            statements
                    .run()
                    .map(rows -> rows.stream()
                            .map(each -> new RowSet<Row>(each, TypeArg.of(Row.class)))
                            .toList())
                    .onComplete(emitter::complete, emitter::fail);
        });
    }

    /** Who joins sees what it would see in a transaction of its own, and who opened it what it saw before. */
    private static <T> Uni<T> seeingAs(Envelope open, Caller caller, Supplier<Uni<T>> work) {
        if (open.seenBy.reach().equals(caller.reach())) {
            return work.get();
        }
        Caller before = open.seenBy;
        return see(open, caller)
                .chain(work::get)
                // After a failure of a statement the transaction is over, and shows nobody anything.
                .call(() -> see(open, before))
                .onFailure()
                .call(() -> see(open, before).onFailure().recoverWithNull());
    }

    private static Uni<Void> see(Envelope open, Caller caller) {
        return onOpenConnection(open, connection -> {
            open.seenBy = caller;
            return uni(() -> open.see(caller)).replaceWithVoid();
        });
    }

    private static <T> Uni<T> onOpenConnection(Envelope open, Function<SqlConnection, Uni<T>> work) {
        Uni<Void> flushed =
                open.session == null || open.readOnly ? Uni.createFrom().voidItem() : open.session.flush();
        return flushed.chain(() -> {
            if (open.connection == null) {
                throw new TenantViolation("the open transaction has no connection yet");
            }
            return work.apply(SqlConnection.newInstance(open.connection));
        });
    }

    private static <T> Uni<T> enveloped(Envelope envelope, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            envelope.install();
            return Uni.createFrom().deferred(() -> work.get()).onTermination().invoke(() -> Envelope.remove(context));
        });
    }

    /** Cancelling half-way would strand a connection that is just being acquired: run on, and roll back at the end. */
    private static <T> Uni<T> toTheEnd(Envelope envelope, Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            emitter.onTermination(() -> envelope.cancelled = true);
            work.subscribe().with(emitter::complete, emitter::fail);
        });
    }

    private static <T> Uni<T> unlessCancelled(Envelope envelope, Uni<T> work) {
        return work.onItem()
                .transformToUni(item -> envelope.cancelled
                        ? Uni.createFrom().failure(new CancellationException("nobody waits for the answer any more"))
                        : Uni.createFrom().item(item));
    }

    private <T> Uni<T> onEventLoop(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context current = Vertx.currentContext();
            // Hibernate stores its session in the context, so it must be one that nobody else uses at the same time.
            boolean usable = current != null
                    && current.isEventLoopContext()
                    && VertxContext.isDuplicatedContext(current)
                    && VertxContextSafetyToggle.isExplicitlyMarkedAsSafe(current);
            if (usable && Context.isOnEventLoopThread()) {
                return work.get();
            }
            Context context = usable ? current : freshContext();
            return in(context, work);
        });
    }

    private static <T> Uni<T> in(Context context, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter -> context.runOnContext(ignored -> {
                    Cancellable running = Uni.createFrom()
                            .deferred(() -> work.get())
                            .subscribe()
                            .with(emitter::complete, emitter::fail);
                    emitter.onTermination(running::cancel);
                }));
    }

    /** What the background begins is background as well. */
    private Context freshContext() {
        boolean background = Envelope.isInBackground(Vertx.currentContext());
        Context root = ((VertxInternal) vertx).createEventLoopContext();
        Context context = VertxContext.createNewDuplicatedContext(root);
        VertxContextSafetyToggle.setContextSafe(context, true);
        if (background) {
            Envelope.putInBackground(context);
        }
        return context;
    }

    static <T> Uni<T> uni(Supplier<Future<T>> future) {
        return Uni.createFrom().emitter(emitter -> future.get().onComplete(emitter::complete, emitter::fail));
    }
}
