package dev.pulso.store.mail;

/** What has become of a mail. */
public enum MailState {
    WAITING,
    SENT,
    /** The server has refused it for good, or for a day. */
    FAILED,
    /** This installation sends no mails: whoever waits for one waits in vain. */
    NOT_SET_UP;

    /** @param sends whether this installation has a mail server */
    static MailState of(String status, boolean sends) {
        if (!sends) {
            return NOT_SET_UP;
        }
        return switch (status) {
            case "queued" -> WAITING;
            case "sent" -> SENT;
            case "failed" -> FAILED;
            default -> throw new IllegalStateException("no state of a mail: " + status);
        };
    }
}
