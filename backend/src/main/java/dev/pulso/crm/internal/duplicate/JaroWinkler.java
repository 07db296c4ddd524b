package dev.pulso.crm.internal.duplicate;

/** How alike two short texts are, 0 to 1: letters in common in about the same places, the beginning counting more (Winkler, 1990). */
final class JaroWinkler {
    private static final double PREFIX = 0.1;
    private static final int MOST_PREFIX = 4;

    private JaroWinkler() {}

    static double of(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        boolean[] taken = new boolean[other.length()];
        boolean[] matched = new boolean[one.length()];
        int matches = 0;
        for (int i = 0; i < one.length(); i++) {
            for (int j = Math.max(0, i - reach); j < Math.min(other.length(), i + reach + 1); j++) {
                if (!taken[j] && one.charAt(i) == other.charAt(j)) {
                    taken[j] = true;
                    matched[i] = true;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int crossed = 0;
        int j = 0;
        for (int i = 0; i < one.length(); i++) {
            if (matched[i]) {
                while (!taken[j]) {
                    j++;
                }
                if (one.charAt(i) != other.charAt(j)) {
                    crossed++;
                }
                j++;
            }
        }
        double m = matches;
        double jaro = (m / one.length() + m / other.length() + (m - crossed / 2.0) / m) / 3;
        int prefix = 0;
        while (prefix < Math.min(MOST_PREFIX, Math.min(one.length(), other.length()))
                && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX * (1 - jaro);
    }
}
