package dev.pulso.store.mail;

import dev.pulso.store.jobs.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who was written to, and when: kept as long as somebody may ask where a mail is. */
@ApplicationScoped
class OldMails implements Leftovers {
    @Override
    public List<Leftover> leftovers() {
        return List.of(new Leftover("mails", """
                delete from mails where ctid = any(array(
                    select ctid from mails
                    where status <> 'queued' and created_at < $1::timestamptz - interval '90 days' limit $2))"""));
    }
}
