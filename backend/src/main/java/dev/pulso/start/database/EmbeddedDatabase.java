package dev.pulso.start.database;

import java.nio.file.Path;

/** A PostgreSQL server that comes with the product; found by ServiceLoader so that production builds can leave it out. */
public interface EmbeddedDatabase {

    /**
     * Starts the server, or adopts one that a killed run left behind on the same data folder.
     *
     * @throws DatabaseUnavailable with one line for the person who started the product
     */
    Server start(Settings settings);

    /**
     * @param home folder that holds the data ({@code postgres/}), the log and the superuser's password
     * @param binaries folder the server is unpacked to, once
     * @param port TCP port on 127.0.0.1
     * @param sharedBuffers PostgreSQL's own cache, such as {@code 256MB}
     * @param durable whether what is committed survives the machine; without, only processes may die
     */
    record Settings(Path home, Path binaries, int port, String sharedBuffers, boolean durable) {}

    /** A running server and its superuser, who only bootstraps. */
    interface Server {
        int port();

        String superuser();

        String password();

        /** True when the server was already running. */
        boolean adopted();

        /** Fast, clean shutdown; returns when the server is gone. */
        void stop();
    }
}
