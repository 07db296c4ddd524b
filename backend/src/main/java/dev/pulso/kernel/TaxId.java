package dev.pulso.kernel;

import br.com.caelum.stella.validation.CNPJValidator;
import br.com.caelum.stella.validation.CPFValidator;
import java.util.Locale;

/**
 * The number the Brazilian tax office knows a person (CPF) or a company (CNPJ) by, with right check digits.
 *
 * <p>Kept without mask and in upper case, which is the only stored form and what duplicates are found by. CPF: eleven
 * digits. CNPJ: twelve characters {@code 0-9A-Z} and two check digits, alphanumeric since July 2026 (Receita Federal,
 * Instrução Normativa RFB 2.229/2024). Numbers of one repeated character pass the arithmetic and are refused all the
 * same: nobody owns them.
 *
 * @param kind person or company
 * @param value 11 or 14 characters
 */
public record TaxId(Kind kind, String value) {

    /** Whose number it is. */
    public enum Kind {
        CPF,
        CNPJ;

        /** {@code cpf} or {@code cnpj}, as in the database and in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int CPF_LENGTH = 11;
    private static final int CNPJ_LENGTH = 14;

    public TaxId {
        if (!isValid(kind, value)) {
            throw new IllegalArgumentException("the check digits of the " + kind + " do not match");
        }
    }

    /**
     * Reads a CPF or CNPJ with or without mask, in either case; the length tells which. Refused: other characters,
     * other lengths (a spreadsheet may have eaten leading zeros; they are not put back, since the number could also
     * lack its last digit), wrong check digits, repeated characters.
     */
    public static Parsed<TaxId> parse(String text) {
        String trimmed = Texts.trim(text);
        if (trimmed.isEmpty()) {
            return Parsed.blank();
        }
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < trimmed.length(); i++) {
            char c = trimmed.charAt(i);
            if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
                bare.append(c);
            } else if (c >= 'a' && c <= 'z') {
                bare.append((char) (c - 'a' + 'A'));
            } else if (c != '.' && c != '-' && c != '/' && c != ' ' && c != '\u00a0') {
                return Parsed.refused("tax_id_characters", "A CPF or CNPJ has digits and letters only.");
            }
        }
        if (bare.length() != CPF_LENGTH && bare.length() != CNPJ_LENGTH) {
            return Parsed.refused("tax_id_length", "A CPF has 11 characters and a CNPJ has 14.");
        }
        String value = bare.toString();
        Kind kind = value.length() == CPF_LENGTH ? Kind.CPF : Kind.CNPJ;
        return isValid(kind, value)
                ? Parsed.value(new TaxId(kind, value))
                : Parsed.refused(
                        "tax_id_check_digits", "The check digits do not match: see whether a character is wrong.");
    }

    /** @throws IllegalArgumentException when it is no CPF or CNPJ */
    public static TaxId of(String text) {
        return parse(text).orThrow();
    }

    /** {@code 529.982.247-25} or {@code 12.ABC.345/01DE-35}. */
    public String masked() {
        return switch (kind) {
            case CPF ->
                value.substring(0, 3) + "." + value.substring(3, 6) + "." + value.substring(6, 9) + "-"
                        + value.substring(9);
            case CNPJ ->
                value.substring(0, 2) + "." + value.substring(2, 5) + "." + value.substring(5, 8) + "/"
                        + value.substring(8, 12) + "-" + value.substring(12);
        };
    }

    /** The first eight characters of a CNPJ, which all establishments of one company share; a CPF as it is. */
    public String root() {
        return kind == Kind.CNPJ ? value.substring(0, 8) : value;
    }

    /** For logs: a tax id is personal data, so that only its last five characters show. */
    @Override
    public String toString() {
        return kind + " ***" + value.substring(value.length() - 5);
    }

    private static boolean isValid(Kind kind, String value) {
        if (value.length() != (kind == Kind.CPF ? CPF_LENGTH : CNPJ_LENGTH)
                || value.chars().distinct().count() == 1) {
            return false;
        }
        // The validators are made per call: they are cheap and nobody promises that they can be shared.
        return kind == Kind.CPF
                ? new CPFValidator(false).invalidMessagesFor(value).isEmpty()
                : new CNPJValidator(false).invalidMessagesFor(value).isEmpty();
    }
}
