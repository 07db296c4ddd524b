package dev.pulso.demo;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Somebody who may buy: a company with the person who speaks for it, or that person alone.
 *
 * @param company false for a person who buys for himself; then {@code name} is the person's
 * @param taxId CNPJ of a company, CPF of a person, without mask
 * @param person who is talked to
 * @param phone E.164
 * @param domain of the company, under the reserved {@code .example}: no mail of a demo reaches anybody
 */
public record Party(
        int no,
        boolean company,
        String name,
        String taxId,
        String person,
        String phone,
        String city,
        String industry,
        String domain) {

    /** The person's address. */
    public String email() {
        return slug(person).replace("-", ".") + "@" + domain;
    }

    /** Where invoices go. */
    public String billingEmail() {
        return company ? "financeiro@" + domain : email();
    }

    /** Letters and digits without accents, words joined by hyphens. */
    public static String slug(String text) {
        StringBuilder slug = new StringBuilder(text.length());
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                slug.append(c);
            } else if (c == ' ') {
                slug.append('-');
            }
        }
        return slug.toString();
    }
}
