package dev.pulso.billing;

import dev.pulso.kernel.DecimalString;

/** A line to bill; at most three decimals in the quantity, six in what one costs, which is in units of the currency. */
public record NewInvoiceItem(String description, ItemKind kind, DecimalString quantity, DecimalString unitPrice) {}
