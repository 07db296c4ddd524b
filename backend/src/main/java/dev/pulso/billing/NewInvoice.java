package dev.pulso.billing;

import dev.pulso.store.data.External;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice to draft by hand. Without a currency it is in that of its contract, else in the tenant's; without a due date it is due after the tenant's usual number of days. */
public record NewInvoice(
        UUID customerId,
        @Nullable UUID contractId,
        @Nullable LocalDate dueOn,
        @Nullable String notes,
        @Nullable String currency,
        External external,
        List<NewInvoiceItem> items) {}
