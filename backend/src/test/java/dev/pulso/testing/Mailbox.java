package dev.pulso.testing;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people found in their mailboxes. */
@ApplicationScoped
public class Mailbox {
    private static final Pattern TOKEN = Pattern.compile("#token=([A-Za-z0-9_-]+)");

    private final MockMailbox sent;

    Mailbox(MockMailbox sent) {
        this.sent = sent;
    }

    public List<Mail> of(String address) {
        while (true) {
            try {
                return List.copyOf(sent.getMailsSentTo(address));
            } catch (ConcurrentModificationException oneMore) {
                // Its list is not made for being read while mails arrive.
                Thread.onSpinWait();
            }
        }
    }

    /** The mail number {@code count} to the address, as soon as it is there. */
    public Mail await(String address, int count) {
        return soon(() -> of(address).size() >= count ? of(address).get(count - 1) : null);
    }

    /** The newest mail to the address whose subject begins so, as soon as it is there. */
    public Mail await(String address, String subject) {
        return soon(() -> of(address).reversed().stream()
                .filter(mail -> mail.getSubject().startsWith(subject))
                .findFirst()
                .orElse(null));
    }

    /** The token of the link in that mail. */
    public String token(String address, String subject) {
        Matcher link = TOKEN.matcher(await(address, subject).getText());
        if (!link.find()) {
            throw new AssertionError("no link in the mail to " + address);
        }
        return link.group(1);
    }

    private static <T> T soon(java.util.concurrent.Callable<T> found) {
        return org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(found, java.util.Objects::nonNull);
    }
}
