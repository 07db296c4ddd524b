package dev.pulso.store.data;

import dev.pulso.kernel.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the values of the filters that all lists have alike. What cannot be read is a 400 with the parameter. */
public final class FilterGrammar {
    private static final int MOST = 200;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private FilterGrammar() {}

    /** A value such as one end of a range. */
    public static Object value(String name, String text, String type) {
        try {
            return switch (type) {
                case "date" -> {
                    if (!DAY.matcher(text).matches()) {
                        throw new DateTimeException("no day");
                    }
                    yield LocalDate.parse(text);
                }
                case "timestamptz" -> {
                    if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
                        throw new DateTimeException("no year of four digits");
                    }
                    yield OffsetDateTime.parse(text);
                }
                case "bigint" -> Long.valueOf(text);
                default -> throw new IllegalStateException(type + " has no ranges");
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw Problem.invalid(name, "must be " + expected(type), "type");
        }
    }

    private static String expected(String type) {
        return switch (type) {
            case "date" -> "a date such as 2026-01-31";
            case "timestamptz" -> "an instant such as 2026-01-31T12:00:00Z";
            default -> "a whole number";
        };
    }

    /** One or several ids. */
    public static UUID[] ids(String name, String text) {
        List<String> given = split(name, text);
        UUID[] ids = new UUID[given.size()];
        for (int i = 0; i < ids.length; i++) {
            String one = given.get(i);
            try {
                ids[i] = UUID.fromString(one);
            } catch (IllegalArgumentException e) {
                throw Problem.invalid(name, "must be UUIDs, separated by commas", "type");
            }
            if (!ids[i].toString().equalsIgnoreCase(one)) {
                throw Problem.invalid(name, "must be UUIDs, separated by commas", "type");
            }
        }
        return ids;
    }

    /** One or several of what is allowed. */
    public static Set<String> oneOf(String name, String text, List<String> allowed) {
        Set<String> given = new LinkedHashSet<>(split(name, text));
        if (!allowed.containsAll(given)) {
            throw Problem.invalid(name, "must be one or several of " + String.join(", ", allowed), "enum");
        }
        return given;
    }

    private static List<String> split(String name, String text) {
        List<String> parts = Arrays.asList(text.split(",", -1));
        if (parts.size() > MOST) {
            throw Problem.invalid(name, "may name " + MOST + " at once", "size");
        }
        return parts;
    }
}
