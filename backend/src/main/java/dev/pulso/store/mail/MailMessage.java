package dev.pulso.store.mail;

import java.util.Map;

/**
 * A mail to send.
 *
 * @param key what it is about, unique in the tenant: the same key is sent once
 * @param template folder under {@code templates/mail}
 * @param locale {@code pt-BR} or {@code en}
 * @param values texts for the template; it escapes them
 */
public record MailMessage(String key, String to, String template, String locale, Map<String, String> values) {
    public MailMessage {
        values = Map.copyOf(values);
    }
}
