package dev.pulso.start.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to this program's version, or tells whether it is there (docs/adr/0027-expand-migrate-contract.md).
 *
 * <p>Who migrates holds an advisory lock, on the connection that migrates: it ends with that connection, so a process that
 * was killed in the middle of a change blocks nobody. Liquibase's own lock, a row that nobody takes back then, is released
 * under it. A change waits three seconds for the locks of its tables and is then tried again: while it waits in front of a
 * table, everybody behind it waits as well.
 */
final class Migrations {
    static final String CHANGELOG = "db/changelog.yaml";
    /** Any number, but the bootstrap's. */
    private static final long LOCK = 7_085_700_002L;

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    /** How long tables that are never free are asked for. */
    private static final Duration GIVE_UP = Duration.ofMinutes(15);

    private static final Duration PAUSE = Duration.ofMillis(200);
    /** An older release that migrates holds only Liquibase's row; between two of its statements it looks idle. */
    private static final int QUIET_LOOKS = 10;

    private static final String REMEDY =
            "; run this program once as `migrate`, or let it migrate when it starts (PULSO_MIGRATE=true)";

    /**
     * Of which changes a database has all, told by itself: what they are made of, and what has been done to it since. So a
     * start that has nothing to change need not load, and keep in memory, the program that changes it.
     */
    private static final String DONE =
            "$1 || (select ' ' || count(*) || ' ' || max(dateexecuted) from databasechangelog)";

    private final DatabaseUrl owner;
    private final Changes changes;
    private final Consumer<String> say;

    /** @param say told what is waited for */
    Migrations(DatabaseUrl owner, String changelog, Consumer<String> say) {
        this.owner = owner;
        this.changes = new Changes(changelog);
        this.say = say;
    }

    /** @throws DatabaseUnavailable with what refused; of that change nothing is kept, the ones before it are done */
    void run() {
        try (Connection connection = DatabaseBootstrap.connect(owner)) {
            if (isDone(connection)) {
                return;
            }
            try (Statement sql = connection.createStatement()) {
                takeLock(sql);
                releaseRow(sql);
                sql.execute("set lock_timeout = '" + LOCK_TIMEOUT.toMillis() + "ms'");
            }
            update(connection);
            done(connection);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("the database " + owner.display() + " could not be migrated: " + root(e));
        }
    }

    /** @throws DatabaseUnavailable when changes that this program needs are missing; a newer database is welcome */
    void check() {
        List<String> missing;
        try (Connection connection = DatabaseBootstrap.connect(owner);
                Statement sql = connection.createStatement()) {
            if (!exists(sql, "select 1 where to_regclass('databasechangelog') is not null")) {
                throw new DatabaseUnavailable("the database " + owner.display() + " is empty" + REMEDY);
            }
            if (isDone(connection)) {
                return;
            }
            missing = changes.missing(connection);
            rollback(connection);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("the database " + owner.display() + " could not be checked: " + root(e));
        }
        if (!missing.isEmpty()) {
            throw new DatabaseUnavailable("the database " + owner.display() + " is older than this program: "
                    + missing.size() + " changes are missing, the first is " + missing.getFirst() + REMEDY);
        }
    }

    private void takeLock(Statement sql) throws SQLException {
        try {
            // The server notices within a second that a killed program is gone, even in the middle of a statement.
            sql.execute("set client_connection_check_interval = '1s'");
        } catch (SQLException e) {
            say.accept("this server cannot tell that a client is gone; a killed migration ends with its statement");
        }
        long told = System.nanoTime();
        while (!exists(sql, "select 1 where pg_try_advisory_lock(" + LOCK + ")")) {
            told = tell(told, "another start migrates this database; waiting for it");
            pause();
        }
    }

    private void releaseRow(Statement sql) throws SQLException {
        if (!exists(sql, "select 1 where to_regclass('databasechangeloglock') is not null")) {
            return;
        }
        long told = System.nanoTime();
        for (int quiet = 0; quiet < QUIET_LOOKS; ) {
            if (!exists(sql, "select 1 from databasechangeloglock where locked")) {
                return;
            }
            boolean busy = exists(
                    sql,
                    "select 1 from pg_stat_activity where datname = current_database() and usename = current_user"
                            + " and pid <> pg_backend_pid() and state <> 'idle'");
            quiet = busy ? 0 : quiet + 1;
            told = tell(told, "an older release may be migrating this database; waiting for it");
            pause();
        }
        say.accept("a migration was broken off before; going on with it");
        sql.execute(
                "update databasechangeloglock set locked = false, lockgranted = null, lockedby = null where locked");
    }

    private boolean isDone(Connection connection) throws SQLException {
        String digest = changes.digest();
        if (digest == null) {
            return false;
        }
        try (Statement sql = connection.createStatement()) {
            return exists(sql, "select 1 where to_regclass('databasechangelog') is not null")
                    && exists(
                            sql,
                            "select 1 where obj_description('databasechangelog'::regclass, 'pg_class') = "
                                    + DONE.replace("$1", "'" + digest + "'"));
        }
    }

    private void done(Connection connection) throws SQLException {
        String digest = changes.digest();
        if (digest == null) {
            return;
        }
        try (Statement sql = connection.createStatement()) {
            sql.execute("do $do$ begin execute format('comment on table databasechangelog is %L', "
                    + DONE.replace("$1", "'" + digest + "'") + "); end $do$");
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    private void update(Connection connection) throws SQLException {
        long until = System.nanoTime() + GIVE_UP.toNanos();
        while (true) {
            try {
                changes.update(connection);
                return;
            } catch (SQLException e) {
                if (!waitsForLock(e) || System.nanoTime() > until) {
                    throw e;
                }
                rollback(connection);
                say.accept("a table is in use; the change is tried again (" + root(e) + ")");
                pause();
            }
        }
    }

    private long tell(long told, String what) {
        if (System.nanoTime() - told < TELL_EVERY.toNanos()) {
            return told;
        }
        say.accept(what);
        return System.nanoTime();
    }

    /** 55P03: not granted in time; 40P01: a deadlock with somebody who works. */
    private static boolean waitsForLock(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && ("55P03".equals(refused.getSQLState()) || "40P01".equals(refused.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static void rollback(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    private static @Nullable String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while waiting to migrate the database");
        }
    }
}
