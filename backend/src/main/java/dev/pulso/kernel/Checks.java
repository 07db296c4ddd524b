package dev.pulso.kernel;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What entities ask of a value before they keep it. Each answers the value as it is stored, or fails with a 400 that
 * names the public field.
 */
public final class Checks {
    /** A host with a dot, with or without http(s) in front: no other scheme, which could run a script where it is clicked. */
    private static final Pattern WEBSITE = Pattern.compile(
            "(?i)(?:https?://)?[^\\s/:?#@\\\\\"'<>]+\\.[^\\s/:?#@\\\\\"'<>]+(?::\\d{1,5})?(?:[/?#][^\\s\"'<>\\\\]*)?");

    private Checks() {}

    /** The value; null is refused. */
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid(field, "must not be null", "required");
        }
        return value;
    }

    /**
     * A name, a title: one line with something in it, without space around it. Names go into subjects of mails, headers and
     * logs, where a line break would begin something else.
     */
    public static String text(String field, @Nullable String value) {
        String text = lines(field, value);
        if (Texts.hasControl(text)) {
            throw Problem.invalid(field, "must be one line, without control characters", "one_line");
        }
        return text;
    }

    /** Text of any number of lines with something in it, without space around it. */
    public static String lines(String field, @Nullable String value) {
        String trimmed = Texts.trim(present(field, value));
        if (trimmed.isEmpty()) {
            throw Problem.invalid(field, "must not be blank", "required");
        }
        return trimmed;
    }

    /** Text without space around it; blank becomes null. */
    public static @Nullable String trimmed(@Nullable String value) {
        String trimmed = value == null ? "" : Texts.trim(value);
        return trimmed.isEmpty() ? null : trimmed;
    }

    /** The address of a site as people write it, {@code acme.com.br} or {@code https://acme.com.br/loja}. */
    public static @Nullable String website(String field, @Nullable String value) {
        String trimmed = trimmed(value);
        if (trimmed != null && !WEBSITE.matcher(trimmed).matches()) {
            throw Problem.invalid(field, "must be the address of a site, as in https://acme.com.br", "website");
        }
        return trimmed;
    }

    /** The code of a currency that is money, by ISO 4217. */
    public static String currency(String field, @Nullable String value) {
        String currency = present(field, value);
        try {
            return Money.of(0, currency).currencyCode();
        } catch (IllegalArgumentException notMoney) {
            throw Problem.invalid(field, "must be an ISO 4217 currency", "currency");
        }
    }

    /** The day of something that has happened. */
    public static LocalDate notInFuture(String field, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw Problem.invalid(field, "must not be in the future", "future");
        }
        return day;
    }

    /** CPF or CNPJ without mask. */
    public static @Nullable String taxId(String field, @Nullable String value) {
        TaxId taxId = read(field, value == null ? Parsed.blank() : TaxId.parse(value));
        return taxId == null ? null : taxId.value();
    }

    /** A person has a CPF, a company a CNPJ. */
    public static void taxIdOfKind(String field, @Nullable String taxId, boolean person) {
        if (taxId != null && (TaxId.of(taxId).kind() == TaxId.Kind.CPF) != person) {
            throw person
                    ? Problem.invalid(field, "must be the CPF of a person", "tax_id_of_person")
                    : Problem.invalid(field, "must be the CNPJ of a company", "tax_id_of_company");
        }
    }

    /** An address as it is compared: trimmed, lower case. */
    public static @Nullable String email(String field, @Nullable String value) {
        Email email = read(field, value == null ? Parsed.blank() : Email.parse(value));
        return email == null ? null : email.value();
    }

    /** E.164; Brazil when no country code is given. */
    public static @Nullable String phone(String field, @Nullable String value) {
        PhoneNumber phone = read(field, value == null ? Parsed.blank() : PhoneNumber.parse(value));
        return phone == null ? null : phone.e164();
    }

    /** What a reader of the kernel made of a text; null when it was blank. */
    public static <T> @Nullable T read(String field, Parsed<T> parsed) {
        parsed.refusal().ifPresent(reason -> {
            throw Problem.invalid(field, reason);
        });
        return parsed.toOptional().orElse(null);
    }
}
