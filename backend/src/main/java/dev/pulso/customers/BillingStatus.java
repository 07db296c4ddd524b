package dev.pulso.customers;

/** current: nothing overdue; delinquent: an invoice is overdue; blocked: service is suspended, which nothing does yet. */
public enum BillingStatus {
    current,
    delinquent,
    blocked
}
