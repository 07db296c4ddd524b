package dev.pulso.crm.internal.duplicate;

import dev.pulso.kernel.PhoneNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much speaks for two records being one, as the sum of reasons. The weights are logarithms of odds (Fellegi and Sunter), rounded:
 * what two strangers hardly share weighs much. A name that many have proves nothing.
 *
 * @param reasons codes, the weightiest first
 */
record Weight(int total, List<String> reasons) {
    /** From here on it is the same. */
    static final int CERTAIN = 12;
    /** From here on somebody should look. */
    static final int REVIEW = 6;

    private static final double ALIKE = 0.92;
    /** So many records may have a name before it is one that many have. */
    private static final int RARE = 3;

    private record Reason(String code, int weight) {}

    static final Weight NONE = new Weight(0, List.of());

    /** @param namesakes how many records of the kind have the same first and last name, at least one of the two among them */
    static Weight of(Likeness one, Likeness other, int namesakes) {
        List<Reason> reasons = new ArrayList<>();
        if (one.taxId() != null && other.taxId() != null) {
            if (one.taxId().equals(other.taxId())) {
                reasons.add(new Reason("tax_id", 13));
            } else if (one.taxId().length() == 11 || other.taxId().length() == 11) {
                // Two people, or a person and a company, however much else they share.
                return NONE;
            } else {
                reasons.add(new Reason("other_tax_id", -8));
            }
        }
        if (one.email() != null && one.email().equalsIgnoreCase(other.email())) {
            reasons.add(new Reason("email", 10));
        }
        phone(one.phone(), other.phone(), reasons);
        if (one.domain() != null && one.domain().equals(other.domain())) {
            reasons.add(new Reason("domain", 4));
        }
        name(one.words(), other.words(), namesakes, reasons);
        reasons.sort((a, b) -> Integer.compare(b.weight(), a.weight()));
        return new Weight(
                reasons.stream().mapToInt(Reason::weight).sum(),
                reasons.stream().map(Reason::code).toList());
    }

    private static void phone(@Nullable String one, @Nullable String other, List<Reason> reasons) {
        if (one == null || other == null) {
            return;
        }
        PhoneNumber number = PhoneNumber.of(one);
        if (number.matchKey().equals(PhoneNumber.of(other).matchKey())) {
            boolean line = number.isBrazilian() && !number.isBrazilianMobile();
            reasons.add(line ? new Reason("phone", 6) : new Reason("mobile", 9));
        }
    }

    private static void name(List<String> one, List<String> other, int namesakes, List<Reason> reasons) {
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        Set<String> mine = new HashSet<>(one);
        Set<String> theirs = new HashSet<>(other);
        if (mine.equals(theirs)) {
            // One word alone is a first name.
            boolean rare = namesakes <= RARE && mine.size() > 1;
            reasons.add(rare ? new Reason("name", 6) : new Reason("common_name", 2));
            return;
        }
        if (differs(mine, theirs, "filho", "neto", "junior", "sobrinho")) {
            reasons.add(new Reason("other_generation", -6));
            return;
        }
        double likeness = JaroWinkler.of(String.join(" ", one), String.join(" ", other));
        boolean part = mine.size() > 1 && theirs.size() > 1 && (mine.containsAll(theirs) || theirs.containsAll(mine));
        if (part || likeness >= ALIKE) {
            reasons.add(new Reason("similar_name", 3));
        } else if (likeness < 0.75) {
            reasons.add(new Reason("other_name", -4));
        }
    }

    private static boolean differs(Set<String> one, Set<String> other, String... suffixes) {
        for (String suffix : suffixes) {
            if (one.contains(suffix) != other.contains(suffix)) {
                return true;
            }
        }
        return false;
    }

    boolean isCertain() {
        return total >= CERTAIN;
    }

    boolean isWorthALook() {
        return total >= REVIEW;
    }
}
