package dev.pulso.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form ({@code +5511987654321}), Brazilian unless it says otherwise.
 *
 * <p>Kept as it was written, ninth digit or not. Since 2016 every Brazilian mobile number has a ninth digit, a 9 in
 * front (Anatel, Resolução 553/2010), but address books and WhatsApp ids still carry the old eight: {@link #matchKey}
 * is the form to compare and to index. A number is never the key of a contact; WhatsApp may hide it.
 *
 * @param e164 plus sign, country code and number, at most fifteen digits (ITU-T E.164)
 */
public record PhoneNumber(String e164) {

    /** Area codes in use (Anatel, Plano Geral de Códigos Nacionais). */
    private static final String AREA = "(?:1[1-9]|2[12478]|3[1-57-8]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])";

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern BRAZILIAN = Pattern.compile(AREA + "(?:9\\d{8}|[2-9]\\d{7})|[3589]00\\d{6,7}");
    private static final Pattern TRUNK = Pattern.compile("0(?:\\d{2}(?=" + AREA + "\\d{8,9}$))?(?=\\d+)");

    private static final Pattern BRACKETED_ZERO = Pattern.compile("(?:\\+|00)\\h*(\\d{1,3})[\\h.-]*\\(\\h*0\\h*\\)");

    public PhoneNumber {
        boolean brazilian = e164.startsWith("+55");
        if (!E164.matcher(e164).matches()
                || (brazilian && !BRAZILIAN.matcher(e164.substring(3)).matches())) {
            throw new IllegalArgumentException("not a telephone number in E.164 form");
        }
    }

    /**
     * Reads a number as people write it: {@code (11) 98765-4321}, {@code 011 3333-4444}, {@code 0 15 11 3333-4444}
     * (with a carrier), {@code 5511987654321}, {@code +1 415 555 2671}, {@code 0800 123 4567}. Without a plus sign or
     * 00 it is Brazilian. Refused: letters, no area code or an unknown one, wrong lengths.
     */
    public static Parsed<PhoneNumber> parse(String text) {
        String trimmed = Texts.trim(text);
        if (trimmed.isEmpty()) {
            return Parsed.blank();
        }
        String dialled = withoutTrunkZero(trimmed);
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < dialled.length(); i++) {
            char c = dialled.charAt(i);
            if (c >= '0' && c <= '9') {
                found.append(c);
            } else if ((c != '+' || !found.isEmpty()) && " ()-.\u00a0\u2011\u2010\u2013".indexOf(c) < 0) {
                return Parsed.refused(
                        "phone_characters", "A telephone number has digits only, and one number per field.");
            }
        }
        String digits = found.toString();
        boolean plus = dialled.indexOf('+') >= 0;
        if (plus || digits.startsWith("00")) {
            String number = plus ? digits : digits.substring(2);
            return number.startsWith("55") ? brazilian(number.substring(2)) : foreign(number);
        }
        boolean withCountry = digits.length() >= 12 && digits.startsWith("55");
        return brazilian(withCountry ? digits.substring(2) : digits);
    }

    /**
     * {@code +44 (0)20 7946 0958}: the zero in brackets is dialled within the country only. In Italy the zero belongs to the
     * number and is dialled from abroad, brackets or not.
     */
    private static String withoutTrunkZero(String written) {
        Matcher trunk = BRACKETED_ZERO.matcher(written);
        return trunk.lookingAt() && !trunk.group(1).equals("39")
                ? "+" + trunk.group(1) + " " + written.substring(trunk.end())
                : written;
    }

    /** @throws IllegalArgumentException when it cannot be read */
    public static PhoneNumber of(String text) {
        return parse(text).orThrow();
    }

    public boolean isBrazilian() {
        return e164.startsWith("+55");
    }

    /** True for a Brazilian mobile number, with its ninth digit or in the old form of eight. */
    public boolean isBrazilianMobile() {
        return isBrazilian() && matchKey().length() == 14;
    }

    /**
     * Equal for the same line written with and without the ninth digit. An old number of eight digits that starts with
     * 6 to 9 was a mobile and gets its 9; numbers that start with 2 to 5 are land lines, and mobiles such as {@code 9
     * 3333-4444} were born with nine digits, so that nothing is ever taken away.
     */
    public String matchKey() {
        boolean oldMobile = isBrazilian()
                && e164.length() == 13
                && e164.charAt(5) >= '6'
                && areaCode().isPresent();
        return oldMobile ? e164.substring(0, 5) + "9" + e164.substring(5) : e164;
    }

    /** The two digits of a Brazilian area; nothing for foreign and 0800 numbers. */
    public Optional<String> areaCode() {
        boolean geographic = isBrazilian() && e164.charAt(4) != '0';
        return geographic ? Optional.of(e164.substring(3, 5)) : Optional.empty();
    }

    /** {@code (11) 98765-4321} in Brazil, {@code 0800 123 4567}, otherwise the E.164 form. */
    public String display() {
        if (!isBrazilian()) {
            return e164;
        }
        String national = e164.substring(3);
        int middle = national.length() - 4;
        return areaCode().isPresent()
                ? "(" + national.substring(0, 2) + ") " + national.substring(2, middle) + "-"
                        + national.substring(middle)
                : "0" + national.substring(0, 3) + " " + national.substring(3, middle) + " "
                        + national.substring(middle);
    }

    private static Parsed<PhoneNumber> brazilian(String written) {
        String number =
                TRUNK.matcher(written).lookingAt() ? TRUNK.matcher(written).replaceFirst("") : written;
        if (BRAZILIAN.matcher(number).matches()) {
            return Parsed.value(new PhoneNumber("+55" + number));
        }
        if (number.length() == 8 || number.length() == 9) {
            return Parsed.refused("phone_without_area", "The area code is missing, as in (11) 98765-4321.");
        }
        return number.length() == 10 || number.length() == 11
                ? Parsed.refused("phone_unknown_number", "No Brazilian number has this area code or first digit.")
                : Parsed.refused("phone_length", "A Brazilian number has an area code and eight or nine digits.");
    }

    private static Parsed<PhoneNumber> foreign(String number) {
        return E164.matcher("+" + number).matches()
                ? Parsed.value(new PhoneNumber("+" + number))
                : Parsed.refused(
                        "phone_length", "An international number has a country code and 7 to 15 digits in all.");
    }
}
