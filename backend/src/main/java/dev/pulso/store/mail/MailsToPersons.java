package dev.pulso.store.mail;

import dev.pulso.store.data.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** That somebody was written to, and what still waits to be sent. */
@ApplicationScoped
class MailsToPersons implements PersonalData {
    @Override
    public List<Trace> traces() {
        return List.of(new Trace(null, "mails", "recipient = $2", Map.of()));
    }
}
