package dev.pulso.billing;

import java.math.BigDecimal;

/** A line of an invoice; the total is quantity x unit, rounded half up to the cent. */
public record InvoiceItemData(
        String description, ItemKind kind, BigDecimal quantity, long unitCents, long totalCents) {}
