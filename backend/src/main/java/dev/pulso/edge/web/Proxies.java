package dev.pulso.edge.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The proxies in front of this installation. Only what they say of a client counts. Of several addresses in
 * {@code X-Forwarded-For} the last one that is none of them is the client: all before it are its own words, which Quarkus' proxy
 * settings would believe (docs/adr/0023-strangers-and-proxies.md).
 */
@Singleton
class Proxies {
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    /** An address and how many of its bits count. */
    private record Network(byte[] address, int bits) {
        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> trusted;

    Proxies(@ConfigProperty(name = "pulso.trusted-proxies") Optional<List<String>> trusted) {
        this.trusted = trusted.orElse(List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Proxies::network)
                .toList();
    }

    Client client(HttpServerRequest request) {
        Client peer = Client.direct(request);
        return peer.address() == null || !trusts(peer.address())
                ? peer
                : new Client(
                        client(peer.address(), request.headers().getAll("X-Forwarded-For")),
                        "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
    }

    /** From the nearest to the farthest; what is no address ends the row. */
    String client(String peer, List<String> forwarded) {
        String nearest = peer;
        String[] row = String.join(",", forwarded).split(",");
        for (int i = row.length - 1; i >= 0 && trusts(nearest); i--) {
            String before = row[i].strip();
            if (bytes(before) == null) {
                break;
            }
            nearest = before;
        }
        return nearest;
    }

    boolean trusts(String address) {
        if (trusted.isEmpty()) {
            return false;
        }
        byte[] bytes = bytes(address);
        return bytes != null && trusted.stream().anyMatch(network -> network.contains(bytes));
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
        try {
            if (address != null) {
                int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
                if (bits >= 0 && bits <= address.length * 8) {
                    return new Network(address, bits);
                }
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "PULSO_TRUSTED_PROXIES: " + text + " is no address and no network such as 10.0.0.0/8");
    }

    /** Null for what is no address: a name is never looked up. */
    private static byte @Nullable [] bytes(String text) {
        try {
            return ADDRESS.matcher(text).matches() ? InetAddress.getByName(text).getAddress() : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
