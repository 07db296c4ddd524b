package dev.pulso.crm.internal.deal;

import dev.pulso.customers.NewCustomer;
import dev.pulso.portfolio.NewContract;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a deal was won.
 *
 * @param wonOn today in the tenant's zone when null
 * @param customerId an existing customer to link
 * @param customer a customer to create instead
 * @param sale how what the deal sells is charged; not at all when null
 */
record Winning(
        @Nullable LocalDate wonOn,
        @Nullable UUID customerId,
        @Nullable NewCustomer customer,
        List<NewContract> contracts,
        @Nullable Sale sale) {
    /** Without any word of how. */
    static final Winning PLAIN = new Winning(null, null, null, List.of(), null);
}
