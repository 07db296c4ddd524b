package dev.pulso.edge.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do of whom nothing is known but an address: call what is public, have passwords hashed, found companies, have
 * mails sent. An address that somebody has logged in from is served first when all want a hash at once.
 */
@ApplicationScoped
public class Strangers {
    private static final int REMEMBERED = 50_000;

    private final RateLimiter limiter;
    private final Rate requests;
    private final Map<String, Rate> costs;
    private final Rate mails;
    private final Set<String> free;
    private final Cache<String, Boolean> proved = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofDays(7))
            .build();

    Strangers(
            RateLimiter limiter,
            @ConfigProperty(name = "pulso.limits.public") long requestsPerMinute,
            @ConfigProperty(name = "pulso.limits.hashes") long hashesPerMinute,
            @ConfigProperty(name = "pulso.limits.registrations") long registrationsPerHour,
            @ConfigProperty(name = "pulso.limits.mails") long mailsPerHour,
            @ConfigProperty(name = "pulso.limits.free-addresses") Optional<List<String>> free) {
        this.limiter = limiter;
        this.requests = new Rate("public", requestsPerMinute, Duration.ofMinutes(1));
        Rate hashes = new Rate("hash", hashesPerMinute, Duration.ofMinutes(1));
        this.costs = Map.of(
                "hash",
                hashes,
                "mail",
                hashes,
                "company",
                new Rate("company", registrationsPerHour, Duration.ofHours(1)));
        this.mails = new Rate("mail", mailsPerHour, Duration.ofHours(1));
        this.free = Set.copyOf(free.orElse(List.of()));
    }

    /**
     * Counts a request of a stranger.
     *
     * @param cost what the contract says that it costs us; null for little
     */
    public Uni<Decision> take(@Nullable String address, @Nullable String cost) {
        String who = String.valueOf(address);
        if (free.contains(who)) {
            return Uni.createFrom().item(Decision.free());
        }
        Rate dear = cost == null ? null : costs.get(cost);
        return limiter.take(requests, who)
                .chain(decision -> !decision.granted() || dear == null
                        ? Uni.createFrom().item(decision)
                        : limiter.take(dear, who));
    }

    /** Whether limits by address count for this one: a front server of the installation's own would use them up for all. */
    public boolean limited(@Nullable String address) {
        return !free.contains(String.valueOf(address));
    }

    /** Counts a mail to a mailbox, whoever of whichever company has it sent. */
    public Uni<Decision> mail(String recipient) {
        return limiter.take(mails, recipient);
    }

    /** Somebody has proved from there who they are. */
    public void proved(@Nullable String address) {
        proved.put(String.valueOf(address), true);
    }

    public boolean hasProved(@Nullable String address) {
        return proved.getIfPresent(String.valueOf(address)) != null;
    }
}
