package dev.pulso.start.database;

import dev.pulso.testing.TestDatabase;
import java.nio.file.Path;

/** A process of its own that starts the server and then waits to be killed. Arguments: home, port. */
final class StartedAlone {
    private StartedAlone() {}

    public static void main(String... args) throws Exception {
        EmbeddedDatabase.Server server =
                DatabaseStart.startServer(TestDatabase.settings(Path.of(args[0]), Integer.parseInt(args[1])));
        System.out.println("ready " + server.port());
        System.in.read();
    }
}
