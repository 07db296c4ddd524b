package dev.pulso.kernel;

/**
 * Which character separates the cents in a column of amounts.
 *
 * <p>One value alone can be doubtful: {@code 1.234} is a thousand in Brazil and a bit more than one elsewhere. A column
 * rarely is, so the style is found from all of its values with {@link Votes} and then used for each of them.
 */
public enum DecimalStyle {
    /** {@code 1.234,56}: points (or spaces) between thousands. */
    COMMA,
    /** {@code 1,234.56}: commas (or spaces) between thousands. */
    POINT,
    /** The column holds both: a value that reads only one way is taken, a doubtful one is refused. */
    MIXED;

    /** The characters that may stand between thousands besides the one of the other style. */
    private static final String SPACES = " \u00a0\u202f'\u2019";

    /** What a single text says about its style. */
    enum Evidence {
        COMMA,
        POINT,
        DOUBTFUL,
        NONE
    }

    static boolean isSpaceBetweenThousands(char c) {
        return SPACES.indexOf(c) >= 0;
    }

    /**
     * Reads the separators of one text. Both kinds: the last one is decimal. One kind several times: it groups
     * thousands. Once: it is decimal, unless exactly three digits follow and one to three digits other than a lone zero
     * stand before, which is doubtful.
     */
    static Evidence evidence(String text) {
        int points = 0;
        int commas = 0;
        int last = -1;
        int firstDigit = -1;
        int lastDigit = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                firstDigit = firstDigit < 0 ? i : firstDigit;
                lastDigit = i;
            } else if (firstDigit >= 0 || c == '.' || c == ',') {
                points += c == '.' ? 1 : 0;
                commas += c == ',' ? 1 : 0;
                last = c == '.' || c == ',' ? i : last;
            }
        }
        if (lastDigit < 0 || points + commas == 0) {
            return Evidence.NONE;
        }
        Evidence lastIsDecimal = text.charAt(last) == ',' ? Evidence.COMMA : Evidence.POINT;
        Evidence lastGroups = lastIsDecimal == Evidence.COMMA ? Evidence.POINT : Evidence.COMMA;
        if (points > 0 && commas > 0) {
            return lastIsDecimal;
        }
        if (points + commas > 1) {
            return lastGroups;
        }
        int before = firstDigit > last ? 0 : last - firstDigit;
        boolean groupOfThree =
                lastDigit - last == 3 && before >= 1 && before <= 3 && !(before == 1 && text.charAt(firstDigit) == '0');
        return groupOfThree ? Evidence.DOUBTFUL : lastIsDecimal;
    }

    /** Collects what the values of one column say. Not safe to share between threads. */
    public static final class Votes {

        private long comma;
        private long point;
        private long doubtful;

        /** Counts one cell; text that is no amount may be given too and says nothing. */
        public Votes add(String cell) {
            switch (looksLikeAmount(cell) ? evidence(cell) : Evidence.NONE) {
                case COMMA -> comma++;
                case POINT -> point++;
                case DOUBTFUL -> doubtful++;
                case NONE -> {}
            }
            return this;
        }

        /**
         * The style that every telling value has, {@link #MIXED} when they differ. Without a telling value it is
         * {@link #COMMA}, the Brazilian way; see {@link #isGuess}.
         */
        public DecimalStyle style() {
            if (comma > 0 && point > 0) {
                return MIXED;
            }
            return point > 0 ? POINT : COMMA;
        }

        /** True when doubtful values are all there is, so that a person should confirm the style. */
        public boolean isGuess() {
            return comma == 0 && point == 0 && doubtful > 0;
        }

        private static boolean looksLikeAmount(String cell) {
            boolean digit = false;
            int letters = 0;
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                digit |= c >= '0' && c <= '9';
                letters += Character.isLetter(c) ? 1 : 0;
                if (c == '/' || c == ':' || c == '@' || letters > 3) {
                    return false;
                }
            }
            return digit;
        }
    }

    /** The style of a column of these cells. */
    public static DecimalStyle detect(Iterable<String> cells) {
        Votes votes = new Votes();
        cells.forEach(votes::add);
        return votes.style();
    }
}
