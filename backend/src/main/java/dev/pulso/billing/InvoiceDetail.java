package dev.pulso.billing;

import java.util.List;

/** An invoice with its lines in order and its payments in the order they were recorded. */
public record InvoiceDetail(InvoiceData invoice, List<InvoiceItemData> items, List<PaymentData> payments) {}
