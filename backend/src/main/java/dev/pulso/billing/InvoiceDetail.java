package dev.pulso.billing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice with its long texts, its lines in order and its payments in the order they were recorded. */
@RegisterForReflection
public record InvoiceDetail(
        InvoiceData invoice,
        @Nullable String cancelReason,
        @Nullable String notes,
        List<InvoiceItemData> items,
        List<PaymentData> payments) {}
