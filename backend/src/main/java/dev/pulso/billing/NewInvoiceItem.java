package dev.pulso.billing;

import java.math.BigDecimal;

/** A line to bill; at most three decimals in the quantity. */
public record NewInvoiceItem(String description, ItemKind kind, BigDecimal quantity, long unitCents) {}
