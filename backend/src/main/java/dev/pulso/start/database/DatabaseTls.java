package dev.pulso.start.database;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the product says to its database can be read or answered by others on the way. Drivers do not encrypt, or
 * encrypt without asking whom they talk to, unless the address says {@code sslmode=verify-full}.
 */
final class DatabaseTls {
    static final String SETTING = "PULSO_DB_TLS";

    /** What never leaves this machine. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private DatabaseTls() {}

    /**
     * Stops a start in production that would talk to a database over a network unverified.
     *
     * @param profile of Quarkus; null: {@code prod}, as it is when nobody says otherwise
     * @throws DatabaseUnavailable with what to change
     */
    static void check(DatabaseUrl database, Map<String, String> environment, @Nullable String profile) {
        if ((profile != null && !profile.equals("prod"))
                || database.isVerified()
                || THIS_MACHINE.contains(database.host())) {
            return;
        }
        String setting = environment.getOrDefault(SETTING, "verify").strip();
        if (setting.equals("unverified")) {
            return;
        }
        if (!setting.equals("verify")) {
            throw new DatabaseUnavailable(SETTING + " is verify or unverified, not " + setting);
        }
        throw new DatabaseUnavailable("DATABASE_URL reaches " + database.host()
                + " without verified TLS: add ?sslmode=verify-full (and sslrootcert=... for a private authority), or set "
                + SETTING + "=unverified where the network itself is trusted");
    }
}
