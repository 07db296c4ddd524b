package dev.pulso.customers;

/** current: nothing overdue; delinquent: an invoice is overdue; blocked: service is suspended. */
public enum BillingStatus {
    current,
    delinquent,
    blocked
}
