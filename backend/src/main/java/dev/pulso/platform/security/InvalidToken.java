package dev.pulso.platform.security;

/** An access token that is expired, forged or not ours; the message may be shown. */
public final class InvalidToken extends Exception {
    private static final long serialVersionUID = 1;

    InvalidToken(String message) {
        super(message, null, false, false);
    }
}
