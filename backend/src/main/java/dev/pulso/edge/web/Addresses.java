package dev.pulso.edge.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The addresses of the contract and what may be asked of each. */
final class Addresses {
    private record Address(Pattern path, String method, boolean literal) {}

    private final List<Address> known = new ArrayList<>();

    /** @param line such as {@code GET /api/customers/{id}} */
    void add(String line) {
        String[] words = line.split(" ", 2);
        known.add(new Address(
                Pattern.compile(words[1].replaceAll("\\{[^}]+}", "[^/]+")), words[0], !words[1].contains("{")));
        known.sort(Comparator.comparing(each -> !each.literal()));
    }

    /** As {@code Allow} tells it (RFC 9110, 10.2.1); null where there is no such address. */
    @Nullable
    String allowed(String path) {
        TreeSet<String> methods = new TreeSet<>();
        boolean literal = false;
        for (Address each : known) {
            if (each.path().matcher(path).matches()) {
                // /users/invitations is no user.
                if (literal && !each.literal()) {
                    continue;
                }
                literal = each.literal();
                methods.add(each.method());
            }
        }
        if (methods.isEmpty()) {
            return null;
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }
}
