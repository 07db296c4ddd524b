package dev.pulso.people.internal.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as the person behind it sees it.
 *
 * @param emailVerified whether somebody who reads the mailbox has confirmed the address
 * @param locale the language chosen, {@code pt-BR} or {@code en}; null for the company's
 * @param theme {@code system}, {@code light} or {@code dark}
 */
public record Account(
        UserData user,
        boolean emailVerified,
        Instant passwordChangedAt,
        @Nullable String locale,
        String theme,
        int version) {}
