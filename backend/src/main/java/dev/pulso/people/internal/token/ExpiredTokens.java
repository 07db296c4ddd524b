package dev.pulso.people.internal.token;

import dev.pulso.store.jobs.Leftovers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tokens that open nothing any more. A month later nobody asks what became of them. */
@ApplicationScoped
class ExpiredTokens implements Leftovers {
    @Override
    public List<Leftover> leftovers() {
        return List.of(
                new Leftover("account_tokens", """
                        delete from account_tokens where ctid = any(array(
                            select ctid from account_tokens where expires_at < $1::timestamptz - interval '30 days' limit $2))"""),
                // Used ones are kept as long as their session lives: one that comes again ends it.
                new Leftover("refresh_tokens", """
                        delete from refresh_tokens where ctid = any(array(
                            select r.ctid from sessions s join refresh_tokens r on r.session_id = s.id
                            where least(s.expires_at, s.revoked_at) < $1::timestamptz - interval '30 days' limit $2))"""));
    }
}
