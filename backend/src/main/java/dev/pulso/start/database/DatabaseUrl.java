package dev.pulso.start.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@code postgres://user:password@host:port/database?sslmode=...} address, taken apart. */
public record DatabaseUrl(
        String host, int port, String database, String user, String password, Map<String, String> parameters) {

    public static DatabaseUrl parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip().replaceFirst("^(vertx-reactive:|jdbc:)", ""));
        } catch (URISyntaxException e) {
            throw malformed("it is not an address");
        }
        if (!"postgres".equals(uri.getScheme()) && !"postgresql".equals(uri.getScheme())) {
            throw malformed("it must start with postgres:// or postgresql://");
        }
        if (uri.getHost() == null) {
            throw malformed("the host is missing (is a character of the password not percent-encoded?)");
        }
        String[] login = uri.getRawUserInfo() == null
                ? new String[] {""}
                : uri.getRawUserInfo().split(":", 2);
        Map<String, String> parameters = parameters(uri.getRawQuery());
        String user = login[0].isEmpty() ? parameters.getOrDefault("user", "") : decode(login[0]);
        String password = login.length == 2 ? decode(login[1]) : parameters.getOrDefault("password", "");
        parameters.remove("user");
        parameters.remove("password");
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        return new DatabaseUrl(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                path.isEmpty() ? user : path,
                user,
                password,
                parameters);
    }

    public DatabaseUrl withLogin(String otherUser, String otherPassword) {
        return new DatabaseUrl(host, port, database, otherUser, otherPassword, parameters);
    }

    public String jdbcUrl() {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (isVerified() && !parameters.containsKey("sslrootcert")) {
            // The driver would look for a file in the home folder; the authorities that the JVM trusts are meant.
            all.putIfAbsent("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        return "jdbc:postgresql://" + address() + query(all);
    }

    /** The Vert.x client sends parameters it does not know to the server, which refuses them: only TLS goes along. */
    public String reactiveUrl() {
        Map<String, String> known = new LinkedHashMap<>(parameters);
        known.keySet().retainAll(java.util.Set.of("sslmode"));
        return "postgresql://" + address() + query(known);
    }

    /** Whether the server has to prove, by its certificate, that it is the one that is meant. */
    boolean isVerified() {
        return "verify-full".equals(parameters.get("sslmode"));
    }

    /** The address without the password, for messages. */
    public String display() {
        return (user.isEmpty() ? "" : user + "@") + address();
    }

    private String address() {
        return host + ":" + port + "/" + database;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] halves = pair.split("=", 2);
            parameters.put(decode(halves[0]), halves.length == 2 ? decode(halves[1]) : "");
        }
        return parameters;
    }

    private static String decode(String text) {
        // URLDecoder is for forms, where + is a blank; in an address + is a plus.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static DatabaseUnavailable malformed(String why) {
        return new DatabaseUnavailable(
                "DATABASE_URL is malformed: " + why + "; expected postgres://user:password@host:5432/database");
    }
}
