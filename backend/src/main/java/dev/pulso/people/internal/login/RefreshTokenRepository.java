package dev.pulso.people.internal.login;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RefreshTokenRepository implements PanacheRepositoryBase<RefreshToken, UUID> {
    /**
     * What has become of the tokens beside one.
     *
     * @param successorUsed whether one that was given for it was used
     * @param siblingUsed when another that was given for the same one as it was used first
     */
    record Others(boolean successorUsed, @Nullable Instant siblingUsed) {}

    /** The family is small: a row for every quarter of an hour in which somebody worked. */
    Uni<Others> usedAround(RefreshToken token) {
        return list(
                        "usedAt is not null and id <> ?1 and (parentId = ?1 or parentId = ?2)",
                        token.id(),
                        token.parentId())
                .map(used -> new Others(
                        used.stream().anyMatch(other -> token.id().equals(other.parentId())),
                        used.stream()
                                .filter(other -> !token.id().equals(other.parentId()))
                                .map(RefreshToken::usedAt)
                                .min(Instant::compareTo)
                                .orElse(null)));
    }
}
