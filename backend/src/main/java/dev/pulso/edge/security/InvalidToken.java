package dev.pulso.edge.security;

/** An access token that is expired, forged or not ours; the message may be shown. */
public final class InvalidToken extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    InvalidToken(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
