package dev.pulso.kernel;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Reads amounts of money as spreadsheets and people write them, into the smallest unit of the currency.
 *
 * <p>Taken: {@code R$ 1.234,56}, {@code 1,234.56}, {@code 1234.56}, {@code 1 234,56}, {@code 50}, {@code ,50}, a minus
 * before, after or inside the currency sign, and accounting brackets {@code (10,00)}, and accounting's dash for nothing, {@code R$ -}. The {@link DecimalStyle} is that
 * of the whole column. Refused, with a {@link Reason}: another currency's sign, thousands that are not groups of three,
 * a separator of the other style, a fraction of a cent (zeros after the cents are fine), an exponent, letters, and
 * amounts that JSON numbers cannot carry. Nothing is ever rounded or guessed here.
 *
 * @param style what separates the cents
 * @param currency whose sign or code may stand beside the digits
 */
public record AmountParser(DecimalStyle style, Currency currency) {

    /** The largest integer that every JSON reader keeps exactly, 2^53 - 1 (RFC 8259, section 6): 90 trillion reais. */
    public static final long MAX_CENTS = 9_007_199_254_740_991L;

    private static final Map<String, List<String>> SIGNS =
            Map.of("BRL", List.of("R$", "$"), "USD", List.of("US$", "$"), "EUR", List.of("€"), "GBP", List.of("£"));

    /** Reais in the Brazilian way. */
    public static AmountParser brazilian() {
        return new AmountParser(DecimalStyle.COMMA, Money.BRL);
    }

    /** Cents, negative for an amount with a minus or in brackets. */
    public Parsed<Long> parse(String text) {
        String rest = Texts.trim(text);
        if (rest.isEmpty()) {
            return Parsed.blank();
        }
        boolean negative = false;
        if (rest.startsWith("(") && rest.endsWith(")")) {
            negative = true;
            rest = Texts.trim(rest.substring(1, rest.length() - 1));
        }
        // The minus may stand on either side of the currency sign: "-R$ 10", "R$ -10", "10 -".
        int minuses = 0;
        String unsigned = withoutCurrency(rest.replace('\u2212', '-'));
        if (unsigned.startsWith("-") || unsigned.startsWith("+")) {
            minuses += unsigned.startsWith("-") ? 1 : 0;
            unsigned = withoutCurrency(Texts.trim(unsigned.substring(1)));
        }
        if (unsigned.endsWith("-")) {
            minuses++;
            unsigned = withoutCurrency(Texts.trim(unsigned.substring(0, unsigned.length() - 1)));
        }
        if (minuses > 1 || (minuses == 1 && negative)) {
            return notAnAmount();
        }
        if (unsigned.isEmpty() && minuses == 1) {
            // How the accounting format of spreadsheets shows nothing: "R$ -".
            return Parsed.value(0L);
        }
        boolean minus = negative || minuses == 1;
        return digits(unsigned).map(cents -> minus ? -cents : cents);
    }

    private String withoutCurrency(String text) {
        for (String sign : SIGNS.getOrDefault(currency.getCurrencyCode(), List.of())) {
            if (text.startsWith(sign)) {
                return Texts.trim(text.substring(sign.length()));
            }
            if (text.endsWith(sign)) {
                return Texts.trim(text.substring(0, text.length() - sign.length()));
            }
        }
        String code = currency.getCurrencyCode();
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith(code)) {
            return Texts.trim(text.substring(code.length()));
        }
        return upper.endsWith(code) ? Texts.trim(text.substring(0, text.length() - code.length())) : text;
    }

    private Parsed<Long> digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean expected =
                    (c >= '0' && c <= '9') || c == '.' || c == ',' || DecimalStyle.isSpaceBetweenThousands(c);
            if (!expected) {
                return hasOtherCurrency(text) ? otherCurrency() : notAnAmount();
            }
        }
        DecimalStyle.Evidence evidence = DecimalStyle.evidence(text);
        if (style == DecimalStyle.MIXED && evidence == DecimalStyle.Evidence.DOUBTFUL) {
            return Parsed.refused(
                    "amount_ambiguous",
                    "The column mixes 1.234,56 and 1,234.56, and this amount can be read both ways: write the cents.");
        }
        boolean decimalIsComma = switch (style) {
            case COMMA -> true;
            case POINT -> false;
            case MIXED -> evidence == DecimalStyle.Evidence.COMMA;
        };
        return units(text, decimalIsComma ? ',' : '.', decimalIsComma ? '.' : ',');
    }

    private Parsed<Long> units(String text, char decimal, char group) {
        int at = text.lastIndexOf(decimal);
        String whole = at < 0 ? text : text.substring(0, at);
        String fraction = at < 0 ? "" : text.substring(at + 1);
        if ((whole.isEmpty() && fraction.isEmpty()) || whole.indexOf(decimal) >= 0) {
            return notAnAmount();
        }
        if (!isGroupedRight(whole, group) || !fraction.chars().allMatch(AmountParser::isDigit)) {
            return Parsed.refused(
                    "amount_separators",
                    decimal == ','
                            ? "Thousands and cents are not separated as in 1.234,56."
                            : "Thousands and cents are not separated as in 1,234.56.");
        }
        int decimals = currency.getDefaultFractionDigits();
        String cents = fraction.length() <= decimals ? fraction : fraction.substring(0, decimals);
        if (!fraction.substring(cents.length()).chars().allMatch(c -> c == '0')) {
            return Parsed.refused("amount_fraction_of_cent", "The amount has more decimals than its currency.");
        }
        String digits = keep(whole, AmountParser::isDigit) + cents + "0".repeat(decimals - cents.length());
        digits = digits.replaceFirst("^0+(?=.)", "");
        if (digits.length() > 16 || Long.parseLong(digits) > MAX_CENTS) {
            return Parsed.refused("amount_too_large", "The amount is larger than can be kept.");
        }
        return Parsed.value(Long.parseLong(digits));
    }

    /** Plain digits, or groups of three behind a first group of one to three, all separated by the same character. */
    private static boolean isGroupedRight(String whole, char group) {
        int sinceSeparator = 0;
        int groups = 0;
        char separator = 0;
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (isDigit(c)) {
                sinceSeparator++;
                continue;
            }
            boolean known = c == group || DecimalStyle.isSpaceBetweenThousands(c);
            boolean same = separator == 0 || separator == c;
            boolean full = groups == 0 ? sinceSeparator >= 1 && sinceSeparator <= 3 : sinceSeparator == 3;
            if (!known || !same || !full) {
                return false;
            }
            separator = c;
            groups++;
            sinceSeparator = 0;
        }
        return groups == 0 || sinceSeparator == 3;
    }

    private static String keep(String text, IntPredicate wanted) {
        StringBuilder kept = new StringBuilder();
        text.chars().filter(wanted).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private boolean hasOtherCurrency(String text) {
        String letters = keep(text, c -> Character.isLetter(c) || Character.getType(c) == Character.CURRENCY_SYMBOL);
        return List.of("R$", "US$", "$", "€", "£", "BRL", "USD", "EUR", "GBP")
                .contains(letters.toUpperCase(Locale.ROOT));
    }

    private Parsed<Long> otherCurrency() {
        return Parsed.refused("amount_currency", "The amount is written in another currency than " + currency + ".");
    }

    private static Parsed<Long> notAnAmount() {
        return Parsed.refused("amount_not_a_number", "This is not an amount of money.");
    }
}
