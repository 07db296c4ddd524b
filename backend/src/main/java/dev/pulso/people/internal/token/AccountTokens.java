package dev.pulso.people.internal.token;

import dev.pulso.edge.security.OpaqueToken;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives out tokens of accounts and takes them back. */
@ApplicationScoped
public class AccountTokens {
    private static final String USE_UP =
            "update account_tokens set used_at = $1 where user_id = $2 and purpose = $3 and used_at is null";

    private final Tenancy tenancy;
    private final AccountTokenRepository tokens;
    private final Clock clock;

    AccountTokens(Tenancy tenancy, AccountTokenRepository tokens, Clock clock) {
        this.tenancy = tenancy;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Whether the text can be a token at all; a 400 otherwise. */
    public static OpaqueToken read(@Nullable String text) {
        return OpaqueToken.parse(text == null ? "" : text).orElseThrow(AccountTokens::refused);
    }

    /** A new token in the open transaction. */
    public Uni<OpaqueToken> issue(Caller caller, UUID userId, String email, TokenPurpose purpose) {
        OpaqueToken token = OpaqueToken.next(caller.tenantId(), Ids.next());
        return tenancy.write(
                caller,
                session -> tokens.persistAndFlush(new AccountToken(token, userId, email, purpose, clock.instant()))
                        .replaceWith(token));
    }

    /** Whether the user was given such a token that recently: nobody's mailbox is to be flooded. */
    public Uni<Boolean> issuedWithin(Caller caller, UUID userId, TokenPurpose purpose, Duration time) {
        return issuedSince(caller, userId, purpose, clock.instant().minus(time));
    }

    public Uni<Boolean> issuedSince(Caller caller, UUID userId, TokenPurpose purpose, Instant since) {
        return tenancy.read(
                caller,
                session -> tokens.count(
                                "userId = ?1 and purpose = ?2 and createdAt > ?3", userId, purpose.column(), since)
                        .map(count -> count > 0));
    }

    /** Who holds the token, which stays good; a 400 when it is not. */
    public Uni<Holder> look(Caller caller, OpaqueToken token, TokenPurpose purpose) {
        return tenancy.read(
                caller,
                session -> tokens.findById(token.rowId())
                        .map(found -> good(found, token, purpose).holder()));
    }

    /** Uses the token up in the open transaction; a 400 when it is not good (any more). Two at once: one succeeds. */
    public Uni<Holder> use(Caller caller, OpaqueToken token, TokenPurpose purpose) {
        return tenancy.write(
                caller,
                session -> tokens.findById(token.rowId(), LockModeType.PESSIMISTIC_WRITE)
                        .map(found -> {
                            AccountToken good = good(found, token, purpose);
                            good.use(clock.instant());
                            return good.holder();
                        }));
    }

    /** Who holds the token, whose row is locked until the end of the open transaction; null when it is not good. */
    public Uni<@Nullable Holder> lock(Caller caller, OpaqueToken token, TokenPurpose purpose) {
        return tenancy.write(
                caller,
                session -> tokens.findById(token.rowId(), LockModeType.PESSIMISTIC_WRITE)
                        .map(found -> found == null || !found.isGood(token, purpose, clock.instant())
                                ? null
                                : found.holder()));
    }

    /** The holder has failed to prove more; after {@code allowed} failures the token is used up. */
    public Uni<Void> failed(Caller caller, Holder holder, int allowed) {
        return tenancy.write(
                caller,
                session -> tokens.findById(holder.tokenId())
                        .call(found -> {
                            found.failed(allowed, clock.instant());
                            return session.flush();
                        })
                        .replaceWithVoid());
    }

    /** Uses up all that the user still holds for a purpose. */
    public Uni<Void> useUp(Caller caller, UUID userId, TokenPurpose purpose) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(USE_UP)
                        .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), userId, purpose.column()))
                        .replaceWithVoid());
    }

    private AccountToken good(@Nullable AccountToken found, OpaqueToken token, TokenPurpose purpose) {
        if (found == null || !found.isGood(token, purpose, clock.instant())) {
            throw refused();
        }
        return found;
    }

    /** What is said of every token that is no good. */
    public static Problem refused() {
        return Problem.invalid("token", "the link has been used or has expired", "link_expired");
    }
}
