package dev.pulso.billing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/** A line of an invoice; the total is quantity x unit, rounded half up to the cent. */
@RegisterForReflection
public record InvoiceItemData(
        String description, ItemKind kind, BigDecimal quantity, long unitCents, long totalCents) {}
