package dev.pulso.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;

/**
 * Sends requests over kept-alive connections: on each the next as soon as the last is answered, or at a given rate. One
 * thread and no HTTP library: it shares the processors with the server, so it should cost as little as it can.
 */
final class HttpLoad {
    /** Whose turn it is, and what it gets. */
    interface Script {
        byte[] next(int connection);

        default void answered(int connection, byte[] answer, int length) {}
    }

    private static final class Connection {
        final int number;
        final SocketChannel channel;
        byte[] answer = new byte[1 << 16];
        int length;
        int expected;
        long began;

        Connection(int number, SocketChannel channel) {
            this.number = number;
            this.channel = channel;
        }
    }

    private final InetSocketAddress server;

    HttpLoad(int port) {
        server = new InetSocketAddress("127.0.0.1", port);
    }

    /** Closed: each connection sends as fast as it is answered. */
    Sample run(int connections, double seconds, Script script) throws IOException {
        return run(connections, seconds, Double.POSITIVE_INFINITY, script);
    }

    /**
     * @param perSecond requests that fall due in a second, whether those before are answered or not; how long one took counts
     *     from when it fell due, so that a server that falls behind cannot hide it
     */
    Sample run(int connections, double seconds, double perSecond, Script script) throws IOException {
        Latencies latencies = new Latencies();
        long began = System.nanoTime();
        long end = began + (long) (seconds * 1e9);
        boolean closed = Double.isInfinite(perSecond);
        long sent = 0;
        ArrayDeque<Connection> idle = new ArrayDeque<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                SocketChannel channel = SocketChannel.open(server);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                Connection connection = new Connection(i, channel);
                channel.register(selector, SelectionKey.OP_READ, connection);
                idle.add(connection);
            }
            while (true) {
                long now = System.nanoTime();
                while (!idle.isEmpty()) {
                    long due = closed ? now : began + (long) (sent * 1e9 / perSecond);
                    if (due > now || due >= end) {
                        break;
                    }
                    send(idle.poll(), script, due);
                    sent++;
                }
                if (idle.size() == connections && now >= end) {
                    break;
                }
                selector.select(closed ? 1000 : 1);
                for (SelectionKey key : selector.selectedKeys()) {
                    Connection connection = (Connection) key.attachment();
                    if (!read(connection)) {
                        continue;
                    }
                    int status = Integer.parseInt(new String(connection.answer, 9, 3, StandardCharsets.US_ASCII));
                    if (status < 300) {
                        latencies.took(System.nanoTime() - connection.began);
                    } else {
                        latencies.failed(Integer.toString(status));
                    }
                    script.answered(connection.number, connection.answer, connection.length);
                    idle.add(connection);
                }
                selector.selectedKeys().clear();
                if (System.nanoTime() > end + 30_000_000_000L) {
                    throw new IOException("no answer for 30 s");
                }
            }
            for (Connection connection : idle) {
                connection.channel.close();
            }
        }
        return new Sample((System.nanoTime() - began) / 1e9, latencies.micros(), latencies.failures(), Map.of());
    }

    private static void send(Connection connection, Script script, long due) throws IOException {
        ByteBuffer request = ByteBuffer.wrap(script.next(connection.number));
        connection.length = 0;
        connection.expected = -1;
        connection.began = due;
        while (request.hasRemaining()) {
            connection.channel.write(request);
        }
    }

    /** True when the whole answer is there. */
    private static boolean read(Connection connection) throws IOException {
        while (true) {
            if (connection.length == connection.answer.length) {
                connection.answer = Arrays.copyOf(connection.answer, connection.length * 2);
            }
            int read = connection.channel.read(ByteBuffer.wrap(
                    connection.answer, connection.length, connection.answer.length - connection.length));
            if (read < 0) {
                throw new IOException("the server closed a connection");
            }
            if (read == 0) {
                return false;
            }
            connection.length += read;
            if (isComplete(connection)) {
                return true;
            }
        }
    }

    private static boolean isComplete(Connection connection) {
        byte[] answer = connection.answer;
        if (connection.expected == -1) {
            int end = endOfHead(answer, connection.length);
            if (end < 0) {
                return false;
            }
            String head = new String(answer, 0, end, StandardCharsets.US_ASCII).toLowerCase(java.util.Locale.ROOT);
            int length = head.indexOf("content-length: ");
            connection.expected = length < 0 ? -2 : end + Integer.parseInt(head.substring(length + 16, head.indexOf('\r', length)));
        }
        return connection.expected == -2
                // Sent in chunks; the last one is empty.
                ? Arrays.equals(answer, connection.length - 5, connection.length, LAST_CHUNK, 0, 5)
                : connection.length >= connection.expected;
    }

    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static int endOfHead(byte[] answer, int length) {
        for (int i = 3; i < length; i++) {
            if (answer[i] == '\n' && answer[i - 1] == '\r' && answer[i - 2] == '\n' && answer[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }
}
