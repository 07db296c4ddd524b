package dev.pulso.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the product and its PostgreSQL and cuts a connection at the statement it is told: before the server sees it, or
 * after, so that it is done and nobody is told. It knows the work by a text that goes over the wire with it, such as the id of
 * the request, which every transaction sets: other work on other connections goes on.
 */
public final class BreakingProxy implements AutoCloseable {
    /** Where the line breaks: the statement is never done, or it is done and the answer is lost. */
    public enum Side {
        BEFORE,
        AFTER
    }

    private record Order(byte[] marker, int statement, Side side, AtomicBoolean broken) {}

    private final ServerSocket server;
    private final int target;
    private final Map<String, Order> orders = new ConcurrentHashMap<>();

    /** @param target port of the PostgreSQL on this machine */
    public BreakingProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Breaks the connection that sends the text, at the given statement (1: the first) after it. */
    public void breakAt(String marker, int statement, Side side) {
        breakAt(marker, marker.getBytes(StandardCharsets.UTF_8), statement, side);
    }

    /** As with a text, for an id, which goes over the wire in its sixteen bytes. */
    public void breakAt(UUID id, int statement, Side side) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        breakAt(id.toString(), bytes, statement, side);
    }

    private void breakAt(String name, byte[] marker, int statement, Side side) {
        orders.put(name, new Order(marker, statement, side, new AtomicBoolean()));
    }

    /** Whether it has come to that; from now on nothing is broken for this text any more. */
    public boolean hasBroken(String marker) {
        Order last = orders.remove(marker);
        return last != null && last.broken().get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket database = new Socket(InetAddress.getByName("127.0.0.1"), target);
                client.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> answers(database, client));
                Thread.ofVirtual().start(() -> requests(client, database));
            } catch (IOException closed) {
                // The test is over, or somebody hung up before the line stood.
            }
        }
    }

    private static void answers(Socket database, Socket client) {
        try (database;
                client) {
            database.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException broken) {
            // On purpose.
        }
    }

    /** Frames of the PostgreSQL protocol: a type, a length, a body; the first ones of a connection have no type. */
    private void requests(Socket client, Socket database) {
        try (database;
                client;
                DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(client.getInputStream()))) {
            OutputStream out = database.getOutputStream();
            untilStarted(in, out);
            @Nullable Order mine = null;
            int statements = 0;
            while (true) {
                int type = in.read();
                if (type < 0) {
                    return;
                }
                byte[] frame = frame(in, type);
                Order now = order(frame, mine);
                if (mine != now) {
                    mine = now;
                    statements = 0;
                }
                boolean statement = type == 'E' || type == 'Q';
                if (mine != null
                        && statement
                        && ++statements == mine.statement()
                        && mine.broken().compareAndSet(false, true)) {
                    if (mine.side() == Side.AFTER) {
                        done(client, database, out, frame, type);
                    }
                    return;
                }
                out.write(frame);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException broken) {
            // On purpose.
        }
    }

    /** The order that this frame is about, or else the one that its connection has been working for. */
    private @Nullable Order order(byte[] frame, @Nullable Order before) {
        for (Order each : orders.values()) {
            if (each != before && contains(frame, each.marker())) {
                return each;
            }
        }
        return before != null && orders.containsValue(before) ? before : null;
    }

    /** Lets the server do the statement, and only then breaks the line to who waits for it. */
    private static void done(Socket client, Socket database, OutputStream out, byte[] frame, int type)
            throws IOException {
        client.setSoLinger(true, 0);
        client.close();
        out.write(frame);
        if (type == 'E') {
            // Sync: do it now.
            out.write(new byte[] {'S', 0, 0, 0, 4});
        }
        out.flush();
        database.shutdownOutput();
        InputStream rest = database.getInputStream();
        while (rest.read() >= 0) {
            // The server hangs up when it has done what it was sent.
        }
    }

    private static void untilStarted(DataInputStream in, OutputStream out) throws IOException {
        int length = in.readInt();
        byte[] body = in.readNBytes(length - 4);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(ByteBuffer.allocate(4).putInt(length).array());
        all.write(body);
        out.write(all.toByteArray());
        out.flush();
        // An SSLRequest is answered and the real start follows.
        if (length == 8) {
            untilStarted(in, out);
        }
    }

    private static byte[] frame(DataInputStream in, int type) throws IOException {
        int length = in.readInt();
        byte[] body = in.readNBytes(length - 4);
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) type)
                .putInt(length)
                .put(body)
                .array();
    }

    private static boolean contains(byte[] frame, byte[] marker) {
        outer:
        for (int at = 0; at <= frame.length - marker.length; at++) {
            for (int i = 0; i < marker.length; i++) {
                if (frame[at + i] != marker[i]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
