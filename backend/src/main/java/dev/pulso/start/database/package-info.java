/**
 * A database before the application starts.
 *
 * <p>With {@code DATABASE_URL} (or the Quarkus settings) an external PostgreSQL 15+ is probed; without it a real
 * PostgreSQL is started from the class path and kept in the data folder. Either way the login roles are made ready
 * and the addresses are handed to Quarkus as system properties, so the application never knows the difference.
 *
 * <p>Two roles: the <em>owner</em> migrates; {@code pulso_app} runs, owns nothing and cannot bypass row-level security.
 */
package dev.pulso.start.database;
