package dev.pulso.crm.internal.notification;

import dev.pulso.kernel.Problem;
import dev.pulso.portfolio.Contracts;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has sold what a contract charges. */
@ApplicationScoped
class DealOwners {
    private static final String OWNER = "select owner_id from deals where id = $1 and owner_id is not null";

    private final Tenancy tenancy;
    private final Contracts contracts;

    DealOwners(Tenancy tenancy, Contracts contracts) {
        this.tenancy = tenancy;
        this.contracts = contracts;
    }

    Uni<Optional<UUID>> of(Caller system, @Nullable String contract) {
        if (contract == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return contracts
                .get(system, UUID.fromString(contract))
                .map(found -> Optional.ofNullable(found.contract().dealId()))
                .onFailure(Problem.class)
                .recoverWithItem(Optional.empty())
                .chain(deal -> deal.isEmpty()
                        ? Uni.createFrom().item(Optional.<UUID>empty())
                        : tenancy.query(system, OWNER, Tuple.of(deal.get())).map(rows -> {
                            for (Row row : rows) {
                                return Optional.of(row.getUUID("owner_id"));
                            }
                            return Optional.empty();
                        }));
    }
}
