package dev.pulso.start.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Makes a database fit to be migrated and used: version, extensions and the two login roles. Plain JDBC, repeatable. */
public final class DatabaseBootstrap {
    /** The role the application logs in as. */
    public static final String APP_ROLE = "pulso_app";
    /** The role that owns and migrates an embedded database; an external one is owned by the user of its URL. */
    public static final String OWNER_ROLE = "pulso_owner";

    static final String DATABASE = "pulso";
    private static final int OLDEST_VERSION = 15;
    private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent", "btree_gin", "btree_gist");
    /** Any number; it keeps two nodes that start at once from creating the same role. */
    private static final long LOCK = 7_085_700_001L;

    private DatabaseBootstrap() {}

    /** Creates the owner role and its database in a fresh embedded server; returns the owner's address. */
    public static DatabaseUrl embedded(EmbeddedDatabase.Server server) {
        DatabaseUrl root = new DatabaseUrl(
                "127.0.0.1", server.port(), "postgres", server.superuser(), server.password(), java.util.Map.of());
        String ownerPassword = Passwords.derive(server.password(), OWNER_ROLE);
        try (Connection connection = connect(root);
                Statement sql = connection.createStatement()) {
            if (!exists(sql, "select 1 from pg_roles where rolname = '" + OWNER_ROLE + "'")) {
                sql.execute("create role " + OWNER_ROLE + " login createrole password '" + ownerPassword + "'");
            }
            if (!exists(sql, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                sql.execute("create database " + DATABASE + " owner " + OWNER_ROLE);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("the embedded PostgreSQL could not be set up: " + e.getMessage());
        }
        return new DatabaseUrl("127.0.0.1", server.port(), DATABASE, OWNER_ROLE, ownerPassword, java.util.Map.of());
    }

    /**
     * Probes the owner's database and makes the app role ready.
     *
     * @param appPassword wanted password of the app role; null derives it from the owner's
     * @return the address to run with
     */
    public static DatabaseUrl appLogin(DatabaseUrl owner, @Nullable String appPassword) {
        String password = appPassword(owner, appPassword);
        DatabaseUrl app = owner.withLogin(APP_ROLE, password);
        try (Connection connection = probe(owner);
                Statement sql = connection.createStatement()) {
            sql.execute("select pg_advisory_lock(" + LOCK + ")");
            checkVersion(connection);
            checkRights(sql, owner);
            createExtensions(sql, owner);
            ensureAppRole(sql, owner, app);
            checkAppRole(sql);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("cannot prepare " + owner.display() + ": " + e.getMessage());
        }
        return app;
    }

    /** From nothing, anybody can derive the same: whoever reaches the server could log in as the application. */
    private static String appPassword(DatabaseUrl owner, @Nullable String wanted) {
        if (wanted != null && !wanted.isBlank()) {
            return wanted;
        }
        if (owner.password().isEmpty()) {
            throw new DatabaseUnavailable("the user " + owner.user() + " of " + owner.display()
                    + " has no password from which that of " + APP_ROLE
                    + " could be derived: set PULSO_DB_APP_PASSWORD, the same on all nodes");
        }
        return Passwords.derive(owner.password(), APP_ROLE);
    }

    private static Connection probe(DatabaseUrl url) {
        try {
            return connect(url);
        } catch (SQLException e) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            String why = switch (state) {
                case "28P01", "28000" -> "the user or password is wrong (" + e.getMessage() + ")";
                case "3D000" -> "the database does not exist: create it first";
                case "08001", "08006", "08004" ->
                    "nothing answers there; check host and port and that PostgreSQL is running";
                default -> e.getMessage();
            };
            throw new DatabaseUnavailable("cannot reach the database " + url.display() + ": " + why);
        }
    }

    private static void checkVersion(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new DatabaseUnavailable("PostgreSQL " + OLDEST_VERSION + " or newer is needed, the server is version "
                    + connection.getMetaData().getDatabaseProductVersion());
        }
    }

    private static void checkRights(Statement sql, DatabaseUrl owner) throws SQLException {
        if (!exists(
                sql,
                "select 1 where has_database_privilege(current_database(), 'create')"
                        + " and has_schema_privilege('public', 'create')")) {
            throw new DatabaseUnavailable("the user " + owner.user() + " may not create tables in " + owner.display()
                    + ": make it the owner of the database (ALTER DATABASE " + owner.database() + " OWNER TO "
                    + owner.user() + ")");
        }
    }

    private static void createExtensions(Statement sql, DatabaseUrl owner) throws SQLException {
        for (String extension : EXTENSIONS) {
            if (exists(sql, "select 1 from pg_extension where extname = '" + extension + "'")) {
                continue;
            }
            try {
                sql.execute("create extension " + extension + " schema public");
            } catch (SQLException e) {
                throw new DatabaseUnavailable("the user " + owner.user() + " may not install the extension " + extension
                        + " in " + owner.display() + ": have an administrator run CREATE EXTENSION " + extension);
            }
        }
    }

    private static void ensureAppRole(Statement sql, DatabaseUrl owner, DatabaseUrl app) throws SQLException {
        // Logging in is the test: a server that already knows the password needs no change (and no right to make one).
        boolean known = exists(sql, "select 1 from pg_roles where rolname = '" + APP_ROLE + "'");
        try {
            String password = app.password().replace("'", "''");
            if (!known) {
                sql.execute("create role " + APP_ROLE + " login password '" + password + "'");
            } else if (!canLogIn(app)) {
                sql.execute("alter role " + APP_ROLE + " login password '" + password + "'");
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("the user " + owner.user() + " may not manage the role " + APP_ROLE
                    + ": grant it CREATEROLE, or create the role yourself and set PULSO_DB_APP_PASSWORD");
        }
        if (exists(sql, "select 1 where has_schema_privilege('" + APP_ROLE + "', 'public', 'create')")) {
            sql.execute("revoke create on schema public from public, " + APP_ROLE);
        }
        // It has no use for tables of its own, not even passing ones.
        if (exists(sql, "select 1 where has_database_privilege('" + APP_ROLE + "', current_database(), 'temporary')")) {
            sql.execute("revoke temporary on database \"" + owner.database().replace("\"", "\"\"") + "\" from public, "
                    + APP_ROLE);
        }
        if (!exists(
                sql,
                "select 1 where has_database_privilege('" + APP_ROLE + "', current_database(), 'connect')"
                        + " and has_schema_privilege('" + APP_ROLE + "', 'public', 'usage')")) {
            sql.execute("grant connect on database \"" + owner.database().replace("\"", "\"\"") + "\" to " + APP_ROLE);
            sql.execute("grant usage on schema public to " + APP_ROLE);
        }
    }

    private static void checkAppRole(Statement sql) throws SQLException {
        if (exists(
                sql,
                "select 1 from pg_roles where rolname = '" + APP_ROLE
                        + "' and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)")) {
            throw new DatabaseUnavailable("the role " + APP_ROLE + " has too many rights: ALTER ROLE " + APP_ROLE
                    + " NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE");
        }
    }

    private static boolean canLogIn(DatabaseUrl app) {
        try (Connection connection = connect(app)) {
            return !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }

    static Connection connect(DatabaseUrl url) throws SQLException {
        Properties properties = new Properties();
        if (!url.user().isEmpty()) {
            properties.setProperty("user", url.user());
        }
        if (!url.password().isEmpty()) {
            properties.setProperty("password", url.password());
        }
        // A server that is not there refuses at once; one on a busy machine is slow, and no start fails for that.
        properties.setProperty("loginTimeout", "300");
        properties.setProperty("connectTimeout", "120");
        return DriverManager.getConnection(url.jdbcUrl(), properties);
    }
}
