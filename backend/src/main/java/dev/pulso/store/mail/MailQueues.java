package dev.pulso.store.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulso.store.queue.Worker;
import dev.pulso.store.queue.WorkerSource;
import dev.pulso.store.secrets.Secrets;
import dev.pulso.store.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Two kinds of mail, which never wait for each other: those that somebody waits for (links that let people in, an answer), and
 * those that go to many (invoices of a run, reminders). Within each companies take turns.
 */
@ApplicationScoped
class MailQueues implements WorkerSource {
    static final String MAIL = "mail";
    static final String BULK = "mail.bulk";

    private final List<Worker> workers;

    MailQueues(Tenancy tenancy, Secrets secrets, MailTexts texts, MailDelivery delivery, ObjectMapper json) {
        this.workers = List.of(
                new MailSending(MAIL, 8, tenancy, secrets, texts, delivery, json),
                new MailSending(BULK, 4, tenancy, secrets, texts, delivery, json));
    }

    @Override
    public List<? extends Worker> workers() {
        return workers;
    }
}
