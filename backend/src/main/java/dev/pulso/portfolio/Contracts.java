package dev.pulso.portfolio;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other modules may ask of contracts. Every call joins the caller's transaction when one is open. */
public interface Contracts {

    /**
     * Creates contracts of one customer, all or none, and publishes {@code contract.created} for each. 400 for a customer
     * that is not the tenant's, and for an unknown service type or an end before the start (the violation's field begins
     * with {@code contracts[i].}); 409 for an external id that is taken.
     *
     * @param dealId the won deal they come from, if any
     */
    Uni<List<ContractDetail>> createAll(
            Caller caller, UUID customerId, @Nullable UUID dealId, List<NewContract> contracts);

    /** 400 for {@code field} when the code is not that of a service type of the tenant; null passes. */
    Uni<Void> requireServiceType(Caller caller, @Nullable String code, String field);

    /** The contract, or 404. */
    Uni<ContractDetail> get(Caller caller, UUID id);

    /**
     * Contracts that may be billed on a day: they have begun, have not ended before it, and are active, or cancelled
     * and running out. Ordered by id.
     *
     * @param afterId the last id of the page before; null for the first page
     */
    Uni<List<BillableContract>> billable(Caller caller, LocalDate on, @Nullable UUID afterId, int limit);
}
