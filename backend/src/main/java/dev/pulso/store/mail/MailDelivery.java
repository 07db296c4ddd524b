package dev.pulso.store.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Hands a mail to the SMTP server ({@code PULSO_MAIL=smtp}) or, where none is set up, shows its text in the log. The log
 * is for development only: whoever reads it could use the links.
 */
@ApplicationScoped
class MailDelivery {
    private static final Logger LOG = Logger.getLogger(MailDelivery.class);

    private enum Way {
        LOG,
        SMTP
    }

    private final ReactiveMailer mailer;
    private final Way way;

    MailDelivery(ReactiveMailer mailer, @ConfigProperty(name = "pulso.mail") Way way) {
        this.mailer = mailer;
        this.way = way;
    }

    /** Whether mails reach anybody. */
    boolean sends() {
        return way == Way.SMTP;
    }

    /** @param id the same at every attempt, so that a receiver that got it twice can tell */
    Uni<Void> deliver(String id, String to, MailTexts.Texts texts) {
        if (way == Way.LOG) {
            LOG.infof("mail to %s: %s%n%s", to, texts.subject(), texts.text());
            return Uni.createFrom().voidItem();
        }
        return mailer.send(Mail.withHtml(to, texts.subject(), texts.html())
                .setText(texts.text())
                .addHeader("Message-ID", "<" + id + "@pulso>")
                .addHeader("Auto-Submitted", "auto-generated"));
    }
}
