package dev.pulso.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Text keys that put cards in order, so that a drop between two neighbours writes one row.
 *
 * <p>A key is the fraction {@code 0.key} to the base 62, written with {@code 0-9A-Za-z} and without trailing zeros.
 * Byte order, which is what PostgreSQL's collation "C" and {@link String#compareTo} use, is therefore numeric order,
 * and between two different keys there is always a third. Every key carries 30 bits of chance: two people who drop into
 * the same gap at the same moment hardly ever get the same key (about 0.7 % for 4,000 keys in one gap; with 16 bits it
 * would be near certain). Should it happen all the same, cards are ordered by key, then id, and
 * {@link #sequence(String, String, int)} pulls the tie apart.
 *
 * <p>Length: 10 characters for keys added in bulk or at either end, for about 98 million additions; a drop between two
 * cards costs one bit, which is one more character per six drops into the very same gap. {@link #needsRebalance} says
 * when a column should be numbered anew with {@link #sequence(int)}. Nothing breaks if that comes late: 10,000 drops
 * into one gap make keys of about 1,700 characters, still under the 2,704 bytes that a PostgreSQL B-tree entry may
 * have.
 */
public final class FractionalKey {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final long JITTER = 1L << 30;

    /**
     * Digits of a key at either end of a column, and how far it is put from its neighbour, in units of its last digit.
     */
    private static final int WIDTH = 10;

    private static final long STEP = 1L << 32;

    /** 62^10, which a long holds. */
    private static final long WHOLE = BASE.pow(WIDTH).longValueExact();

    private static final int[] VALUES = new int[128];

    static {
        Arrays.fill(VALUES, -1);
        for (int i = 0; i < DIGITS.length(); i++) {
            VALUES[DIGITS.charAt(i)] = i;
        }
    }

    private static final int REBALANCE_LENGTH = 40;

    private FractionalKey() {}

    /** The key of the first card of an empty column, near the middle. */
    public static String first() {
        return between(null, null);
    }

    /**
     * A key strictly between two.
     *
     * @param before the card above, or null for the top of the column
     * @param after the card below, or null for the end of the column
     * @throws IllegalArgumentException when one is no key, or {@code before} is not less than {@code after}
     */
    public static String between(@Nullable String before, @Nullable String after) {
        return between(before, after, ThreadLocalRandom.current());
    }

    static String between(@Nullable String before, @Nullable String after, RandomGenerator random) {
        return spread(before, after, 1, random).getFirst();
    }

    /** Ascending keys for a whole column, evenly spaced over its middle half, so that both ends keep room. */
    public static List<String> sequence(int count) {
        return sequence(null, null, count);
    }

    /** As {@link #sequence(int)}, with the chance given: the same chance makes the same keys. */
    public static List<String> sequence(int count, RandomGenerator random) {
        return spread(null, null, count, random);
    }

    /**
     * Ascending keys for many cards that go between two, evenly spaced; at an open end they stay near the neighbour.
     *
     * @throws IllegalArgumentException as {@link #between}, or when {@code count} is negative
     */
    public static List<String> sequence(@Nullable String before, @Nullable String after, int count) {
        return spread(before, after, count, ThreadLocalRandom.current());
    }

    /** True when the key has grown so long that its column should get fresh keys, at leisure. */
    public static boolean needsRebalance(String key) {
        return key.length() > REBALANCE_LENGTH;
    }

    /** True for a text that {@link #between} takes. */
    public static boolean isKey(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c < VALUES.length && VALUES[c] >= 0)
                && text.charAt(text.length() - 1) != '0';
    }

    private static List<String> spread(
            @Nullable String before, @Nullable String after, int count, RandomGenerator random) {
        if ((before != null && !isKey(before)) || (after != null && !isKey(after))) {
            throw new IllegalArgumentException("not a key");
        }
        if (before != null && after != null && before.compareTo(after) >= 0) {
            throw new IllegalArgumentException("the first key is not less than the second");
        }
        if (count < 0) {
            throw new IllegalArgumentException("a negative number of keys");
        }
        String low = before == null ? "" : before;
        String high = after;
        if (before == null && after == null) {
            low = add("", WIDTH, WHOLE / 4);
            high = add("", WIDTH, WHOLE / 4 * 3);
        } else if (after == null) {
            long end = leading(low) + STEP * (count + 1L);
            high = 0 < end && end < WHOLE ? add("", WIDTH, end) : null;
        } else if (before == null) {
            long end = leading(after) - STEP * (count + 1L);
            low = end > 0 ? add("", WIDTH, end) : "";
        }
        return evenly(low, high, count, random);
    }

    /** Keys in the open interval; an empty {@code low} is 0 and a null {@code high} is 1. */
    private static List<String> evenly(String low, @Nullable String high, int count, RandomGenerator random) {
        // The shortest keys that leave every one of them twice the room that its jitter needs. Only the distance
        // between
        // the two is carried along, which stays small however long the keys have grown.
        BigInteger parts = BigInteger.valueOf(count + 1L);
        BigInteger room = parts.multiply(BigInteger.valueOf(2 * JITTER));
        BigInteger gap = high == null ? BigInteger.ONE : BigInteger.ZERO;
        int width = 0;
        while (gap.compareTo(room) < 0) {
            int digits = (high == null ? 0 : digit(high, width)) - digit(low, width);
            gap = gap.multiply(BASE).add(BigInteger.valueOf(digits));
            width++;
        }
        List<String> keys = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            BigInteger even = gap.multiply(BigInteger.valueOf(i)).divide(parts);
            keys.add(add(low, width, even.longValueExact() + random.nextLong(JITTER) - JITTER / 2));
        }
        return List.copyOf(keys);
    }

    /** The first {@code width} digits of the key plus so many units of the last of them. */
    private static String add(String key, int width, long units) {
        char[] sum = new char[width];
        long carry = units;
        int end = 0;
        for (int i = width - 1; i >= 0; i--) {
            carry += digit(key, i);
            sum[i] = DIGITS.charAt((int) (carry % DIGITS.length()));
            carry /= DIGITS.length();
            if (end == 0 && sum[i] != '0') {
                end = i + 1;
            }
        }
        return new String(sum, 0, end);
    }

    private static int digit(String key, int at) {
        return at < key.length() ? VALUES[key.charAt(at)] : 0;
    }

    /** The first {@link #WIDTH} digits as an integer; what lies behind is cut off. */
    private static long leading(String key) {
        long value = 0;
        for (int i = 0; i < WIDTH; i++) {
            value = value * DIGITS.length() + digit(key, i);
        }
        return value;
    }
}
