package dev.pulso.kernel.pix;

import dev.pulso.kernel.Money;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A static Pix BR Code: the text that a payer copies, and that the QR code shows.
 *
 * <p>Written by the Banco Central's "Manual de Padrões para Iniciação do Pix", which takes EMV's merchant-presented
 * mode: fields of a two-digit id, a two-digit length and the value, closed by a CRC. It can be paid more than once and
 * does not expire; the transaction id in it is what a payment is recognised by.
 *
 * @param key who receives
 * @param name of the receiver, 1 to 25 characters of printable ASCII
 * @param city of the receiver, 1 to 15 characters of printable ASCII
 * @param amount above zero, in reais, at most 9,999,999,999.99; without one the payer types it
 * @param txid 1 to 25 letters and digits, or {@code ***} for none
 * @param description shown to the payer, printable ASCII; what the key leaves room for
 */
public record BrCode(
        PixKey key,
        String name,
        String city,
        @Nullable Money amount,
        String txid,
        @Nullable String description) {

    /** The transaction id of a code that names none. */
    public static final String NO_TXID = "***";

    private static final String PIX = "br.gov.bcb.pix";
    private static final int LONGEST_NAME = 25;
    private static final int LONGEST_CITY = 15;
    private static final int LONGEST_FIELD = 99;
    private static final long MOST_CENTS = 999_999_999_999L;
    private static final Pattern TXID = Pattern.compile("[a-zA-Z0-9]{1,25}|\\*{3}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]+");

    public BrCode {
        require(isText(name, LONGEST_NAME), "the name has 1 to 25 characters of ASCII");
        require(isText(city, LONGEST_CITY), "the city has 1 to 15 characters of ASCII");
        require(TXID.matcher(txid).matches(), "the transaction id has 1 to 25 letters and digits");
        if (amount != null) {
            require(amount.currency().equals(Money.BRL), "Pix pays reais only");
            require(amount.isPositive() && amount.cents() <= MOST_CENTS, "the amount does not fit a BR Code");
        }
        if (description != null) {
            require(isText(description, roomForDescription(key)), "the description does not fit behind the key");
        }
    }

    /**
     * A code for people's own words: name, city and description lose their accents and are cut to what fits, the
     * description is left out when nothing does.
     *
     * @throws IllegalArgumentException when name or city have no ASCII letter at all, or amount or txid are out of
     *     range
     */
    public static BrCode of(
            PixKey key, String name, String city, @Nullable Money amount, String txid, @Nullable String description) {
        String info = description == null ? "" : fold(description, roomForDescription(key));
        return new BrCode(
                key, fold(name, LONGEST_NAME), fold(city, LONGEST_CITY), amount, txid, info.isEmpty() ? null : info);
    }

    /** The text to copy, as in "Pix copia e cola". */
    public String payload() {
        String account = field("00", PIX) + field("01", key.value()) + field("02", description);
        String open = field("00", "01")
                + field("26", account)
                + field("52", "0000")
                + field("53", "986")
                + field("54", amount == null ? null : amount.toDecimal().toPlainString())
                + field("58", "BR")
                + field("59", name)
                + field("60", city)
                + field("62", field("05", txid))
                + "6304";
        return open + Crc16.of(open);
    }

    /**
     * Reads a static code back.
     *
     * @throws IllegalArgumentException when it is cut, its checksum does not match, or it is no static Pix code
     */
    public static BrCode decode(String payload) {
        int crcAt = payload.length() - 4;
        require(crcAt > 4 && payload.startsWith("6304", crcAt - 4), "the code has no checksum at its end");
        require(Crc16.of(payload.substring(0, crcAt)).equals(payload.substring(crcAt)), "the checksum does not match");
        Map<String, String> fields = fields(payload);
        require("01".equals(fields.get("00")), "the code has another format");
        Map<String, String> account = fields(fields.getOrDefault("26", ""));
        require(PIX.equals(account.get("00")) && account.containsKey("01"), "the code is no static Pix code");
        require("986".equals(fields.get("53")) && "BR".equals(fields.get("58")), "the code is not in reais");
        return new BrCode(
                PixKey.of(account.getOrDefault("01", "")),
                fields.getOrDefault("59", ""),
                fields.getOrDefault("60", ""),
                Optional.ofNullable(fields.get("54")).map(BrCode::reais).orElse(null),
                fields(fields.getOrDefault("62", "")).getOrDefault("05", NO_TXID),
                account.get("02"));
    }

    private static Money reais(String text) {
        require(text.matches("\\d{1,10}\\.\\d{2}"), "the amount is not written as 10.00");
        return Money.brl(new BigDecimal(text).movePointRight(2).longValueExact());
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            require(at + 4 <= text.length() && text.substring(at, at + 4).matches("\\d{4}"), "a field is malformed");
            int end = at + 4 + Integer.parseInt(text.substring(at + 2, at + 4));
            require(end <= text.length(), "a field is longer than the code");
            require(
                    fields.put(text.substring(at, at + 2), text.substring(at + 4, end)) == null,
                    "a field is there twice");
            at = end;
        }
        return fields;
    }

    private static String field(String id, @Nullable String value) {
        return value == null ? "" : id + "%02d".formatted(value.length()) + value;
    }

    /** Field 26 holds 99 characters: its own name, the key and the description, each with four of id and length. */
    private static int roomForDescription(PixKey key) {
        return Math.max(0, LONGEST_FIELD - (4 + PIX.length()) - (4 + key.value().length()) - 4);
    }

    private static String fold(String text, int longest) {
        String ascii = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\x20-\\x7E]+", " ")
                .replaceAll(" +", " ")
                .strip();
        return ascii.length() <= longest ? ascii : ascii.substring(0, longest).strip();
    }

    private static boolean isText(String text, int longest) {
        return text.length() <= longest && PRINTABLE.matcher(text).matches() && !text.isBlank();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
