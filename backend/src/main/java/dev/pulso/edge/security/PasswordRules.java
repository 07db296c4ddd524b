package dev.pulso.edge.security;

import dev.pulso.kernel.Email;
import dev.pulso.kernel.Problem;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password a person chooses must not be: one that breaches have made known, or the person's own address. Length
 * is the contract's business, and there are no rules of composition (NIST SP 800-63B, 5.1.1.2).
 *
 * <p>The list is the part of zxcvbn's frequency list (MIT licence) with eight characters or more, and what is common in
 * Brazil.
 */
@Startup // read once, not at the first registration on an event loop
@Singleton
public class PasswordRules {
    private static final String LIST = "security/common-passwords.txt";

    private final Set<String> common = read();

    /** @throws Problem 400 that names {@code field} */
    public void check(String field, String password, String email) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (common.contains(lower)) {
            throw Problem.invalid(field, "is among the passwords that attackers try first", "common_password");
        }
        if (Email.sought(password).equals(Email.sought(email))) {
            throw Problem.invalid(field, "must not be the e-mail address", "password_is_email");
        }
    }

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(LIST)),
                StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
