package dev.pulso.billing;

/**
 * {@code overdue}: issued, and found to be past its due date by the day of the tenant; see {@link InvoiceOverdue}. It is kept beside
 * the state and never is one.
 */
public enum InvoiceStatus {
    draft,
    issued,
    paid,
    overdue,
    cancelled
}
