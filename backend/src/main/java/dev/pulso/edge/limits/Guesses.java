package dev.pulso.edge.limits;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the guessing of passwords: of one account from one address, of all accounts from one address, and of one account from
 * everywhere. A right password gives back what was counted for its own account, never what an address has guessed of others.
 * Nobody locks another person out: an account that is guessed from everywhere goes on admitting addresses from which its owner
 * has logged in before.
 */
@ApplicationScoped
public class Guesses {
    private final RateLimiter limiter;
    private final Strangers strangers;
    private final Rate here;
    private final Rate fromAddress;
    private final Rate everywhere;

    Guesses(
            RateLimiter limiter,
            Strangers strangers,
            @ConfigProperty(name = "pulso.limits.login") long perAccountAndAddress,
            @ConfigProperty(name = "pulso.limits.login-address") long perAddress,
            @ConfigProperty(name = "pulso.limits.login-account") long perAccount) {
        this.limiter = limiter;
        this.strangers = strangers;
        this.here = new Rate("login", perAccountAndAddress, Duration.ofSeconds(30 * perAccountAndAddress));
        this.fromAddress = new Rate("login-address", perAddress, Duration.ofSeconds(20 * perAddress));
        this.everywhere = new Rate("login-account", perAccount, Duration.ofSeconds(60 * perAccount));
    }

    /**
     * Before a password is looked at. Ends in a 429 when there have been too many wrong ones.
     *
     * @param account whatever tells it from all others; of one that does not exist what was asked for
     * @param knownThere whether the account's owner has logged in from this address before
     */
    public Uni<Void> begin(String account, @Nullable String address, Supplier<Uni<Boolean>> knownThere) {
        Uni<Void> guesser = strangers.limited(address)
                ? limiter.take(fromAddress, String.valueOf(address))
                        .invoke(Decision::require)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
        return limiter.take(here, account + " " + address)
                .invoke(Decision::require)
                .chain(() -> guesser)
                .chain(() -> limiter.take(everywhere, account))
                .chain(decision -> decision.granted()
                        ? Uni.createFrom().voidItem()
                        : knownThere
                                .get()
                                .invoke(known -> {
                                    if (!known) {
                                        decision.require();
                                    }
                                })
                                .replaceWithVoid());
    }

    /** It was the right one. */
    public Uni<Void> right(String account, @Nullable String address) {
        strangers.proved(address);
        return limiter.forget(here, account + " " + address)
                .chain(() -> limiter.giveBack(everywhere, account))
                .chain(() -> strangers.limited(address)
                        ? limiter.giveBack(fromAddress, String.valueOf(address))
                        : Uni.createFrom().voidItem());
    }
}
