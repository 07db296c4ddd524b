package dev.pulso.start.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;

/** The changes that this program brings, and Liquibase, which makes them. Only what is called here loads that. */
final class Changes {
    /** A file that a changelog names. */
    private static final Pattern NAMED = Pattern.compile("\\b(?:file|path):\\s*['\"]?([^\\s'\"},]+)");
    /** Held here, or its level is forgotten: Liquibase tells every step at INFO, before Quarkus has set up any log. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private final String changelog;

    Changes(String changelog) {
        this.changelog = changelog;
    }

    /** Of all that the changelog and the files it names hold; null where one of them is not found. */
    @Nullable
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return add(digest, changelog, new HashSet<>()) ? HexFormat.of().formatHex(digest.digest()) : null;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean add(MessageDigest digest, String name, Set<String> known) throws IOException {
        if (!known.add(name)) {
            return true;
        }
        byte[] content;
        try (InputStream file = Changes.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                return false;
            }
            content = file.readAllBytes();
        }
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(content);
        digest.update((byte) 0);
        if (name.endsWith(".yaml")) {
            Matcher named = NAMED.matcher(new String(content, StandardCharsets.UTF_8));
            while (named.find()) {
                if (!add(digest, named.group(1), known)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Makes those that were not made yet. What refused is the cause of what is thrown. */
    void update(Connection connection) throws SQLException {
        try {
            liquibase(connection).update(new Contexts(), new LabelExpression());
        } catch (LiquibaseException e) {
            throw new SQLException(e);
        }
    }

    /** Those that were not made yet, in order, as people may find them. */
    List<String> missing(Connection connection) throws SQLException {
        try {
            return liquibase(connection).listUnrunChangeSets(new Contexts(), new LabelExpression()).stream()
                    .map(change -> change.getId() + " of " + change.getFilePath())
                    .toList();
        } catch (LiquibaseException e) {
            throw new SQLException(e);
        }
    }

    /** A new one each time: it remembers what it has read of the database. Closing it would close the connection. */
    private Liquibase liquibase(Connection connection) throws LiquibaseException {
        quiet();
        Scope scope = Scope.getCurrentScope();
        scope.getSingleton(ChangeLogHistoryServiceFactory.class).resetAll();
        LockServiceFactory.getInstance().resetAll();
        Liquibase liquibase = new Liquibase(
                changelog,
                new ClassLoaderResourceAccessor(Changes.class.getClassLoader()),
                new JdbcConnection(connection));
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        return liquibase;
    }

    /** It tells every step on stdout unless its reports go to the log, and its makers what it does. It looks at this thread. */
    private static void quiet() {
        LIQUIBASE.setLevel(Level.WARNING);
        System.setProperty("liquibase.analytics.enabled", "false");
        if (Scope.getCurrentScope().getUI() instanceof LoggerUIService) {
            return;
        }
        try {
            Scope.enter(Map.of(Scope.Attr.ui.name(), new LoggerUIService()));
        } catch (Exception e) {
            // Only a matter of taste: a start must not fail for it.
            System.err.println("pulso: migrations will be reported at length: " + e.getMessage());
        }
    }
}
