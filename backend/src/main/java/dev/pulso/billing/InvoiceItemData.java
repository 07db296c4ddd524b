package dev.pulso.billing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/** A line of an invoice; the total is quantity x unit price, which is in units of the currency, rounded half up to its smallest. */
@RegisterForReflection
public record InvoiceItemData(
        String description, ItemKind kind, BigDecimal quantity, BigDecimal unitPrice, long totalCents) {}
