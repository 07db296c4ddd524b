package dev.pulso.kernel.pix;

import dev.pulso.kernel.Email;
import dev.pulso.kernel.Parsed;
import dev.pulso.kernel.PhoneNumber;
import dev.pulso.kernel.TaxId;
import dev.pulso.kernel.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The key that a receiver is found by in the Banco Central's directory (DICT), in the form the directory keeps.
 *
 * @param kind what the key is
 * @param value CPF and CNPJ without mask, e-mail in lower case (at most 77 characters), phone in E.164, random key as a
 *     lower-case UUID
 */
public record PixKey(Kind kind, String value) {

    /** The five kinds that the DICT knows. */
    public enum Kind {
        CPF,
        CNPJ,
        EMAIL,
        PHONE,
        RANDOM;

        /** {@code cpf}, {@code cnpj}, {@code email}, {@code phone}, {@code random}, as in the database and in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int LONGEST_EMAIL = 77;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    public PixKey {
        boolean kept = switch (kind) {
            case CPF -> value.matches("\\d{11}") && TaxId.parse(value).isValue();
            case CNPJ -> value.matches("[0-9A-Z]{14}") && TaxId.parse(value).isValue();
            case EMAIL ->
                value.length() <= LONGEST_EMAIL
                        && Email.parse(value).map(Email::value).equals(Parsed.value(value));
            case PHONE -> PhoneNumber.parse(value).map(PhoneNumber::e164).equals(Parsed.value(value));
            case RANDOM -> UUID.matcher(value).matches();
        };
        if (!kept) {
            throw new IllegalArgumentException("not a Pix key in the form that the directory keeps");
        }
    }

    /**
     * Reads a key as people copy it, with masks and in any case. A phone needs its +55: eleven bare digits are a CPF,
     * as in every banking app.
     */
    public static Parsed<PixKey> parse(String text) {
        String trimmed = Texts.trim(text);
        if (trimmed.isEmpty()) {
            return Parsed.blank();
        }
        String lower = trimmed.toLowerCase(Locale.ROOT);
        if (UUID.matcher(lower).matches()) {
            return Parsed.value(new PixKey(Kind.RANDOM, lower));
        }
        if (trimmed.indexOf('@') >= 0) {
            Parsed<Email> email = Email.parse(trimmed);
            return email.toOptional()
                            .filter(found -> found.value().length() > LONGEST_EMAIL)
                            .isPresent()
                    ? Parsed.refused("pix_key_email_too_long", "An e-mail that is a Pix key has at most 77 characters.")
                    : email.map(found -> new PixKey(Kind.EMAIL, found.value()));
        }
        if (trimmed.startsWith("+")) {
            return PhoneNumber.parse(trimmed).map(phone -> new PixKey(Kind.PHONE, phone.e164()));
        }
        Parsed<TaxId> taxId = TaxId.parse(trimmed);
        return taxId.isValue()
                ? taxId.map(found -> new PixKey(Kind.valueOf(found.kind().name()), found.value()))
                : Parsed.refused(
                        "pix_key_invalid",
                        "A Pix key is a CPF, a CNPJ, an e-mail, a phone with +55 in front or a random key.");
    }

    /** @throws IllegalArgumentException when it cannot be read */
    public static PixKey of(String text) {
        return parse(text).orThrow();
    }
}
