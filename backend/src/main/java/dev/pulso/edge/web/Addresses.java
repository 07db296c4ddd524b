package dev.pulso.edge.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The addresses of the contract and what may be asked of each; every request is looked up, so they are a tree of their segments. */
final class Addresses {
    private static final class Place {
        final Map<String, Place> named = new HashMap<>();

        @Nullable
        Place any;

        final Set<String> methods = new TreeSet<>();

        Place below(String segment) {
            if (!segment.startsWith("{")) {
                return named.computeIfAbsent(segment, name -> new Place());
            }
            if (any == null) {
                any = new Place();
            }
            return any;
        }

        /** The place of a path from its slash at {@code start} on. What has a name is no id: /users/invitations is no user. */
        @Nullable
        Place at(String path, int start) {
            if (start == path.length()) {
                return methods.isEmpty() ? null : this;
            }
            int slash = path.indexOf('/', start + 1);
            int end = slash < 0 ? path.length() : slash;
            Place name = named.get(path.substring(start + 1, end));
            Place found = name == null ? null : name.at(path, end);
            return found != null || any == null || end == start + 1 ? found : any.at(path, end);
        }
    }

    private final Place root = new Place();

    /** @param line such as {@code GET /api/customers/{id}} */
    void add(String line) {
        String[] words = line.split(" ", 2);
        Place place = root;
        for (String segment : words[1].substring(1).split("/")) {
            place = place.below(segment);
        }
        place.methods.add(words[0]);
        if (words[0].equals("GET")) {
            place.methods.add("HEAD");
        }
        place.methods.add("OPTIONS");
    }

    /** The methods in alphabetical order; empty where there is no such address. */
    Set<String> allowed(String path) {
        Place place = path.startsWith("/") ? root.at(path, 0) : null;
        return place == null ? Set.of() : place.methods;
    }
}
