package dev.pulso.edge.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every permission there is, as the contract has them (openapi/roles.yaml): {@code module.record:verb}. */
public final class Permissions {
    private static final Properties CONTRACT = read();

    public static final Set<String> ALL = Set.copyOf(list("permissions"));

    /** Areas as they were called before every permission was of a module. */
    private static final Map<String, String> FORMER = list("former").stream()
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), area -> Objects.requireNonNull(CONTRACT.getProperty("former." + area))));

    private Permissions() {}

    /** The present name of a permission, for who still says it with a former one. */
    public static String present(String permission) {
        int colon = permission.indexOf(':');
        String area = colon < 0 ? null : FORMER.get(permission.substring(0, colon));
        return area == null ? permission : area + permission.substring(colon);
    }

    /** What the contract says under a name, in its order. */
    static List<String> list(String name) {
        return List.of(CONTRACT.getProperty(name, "").split(","));
    }

    private static Properties read() {
        Properties contract = new Properties();
        try (InputStream stream =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("roles.properties")) {
            if (stream == null) {
                throw new IllegalStateException("roles.properties is missing: bundle the contract first");
            }
            contract.load(stream);
            return contract;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
