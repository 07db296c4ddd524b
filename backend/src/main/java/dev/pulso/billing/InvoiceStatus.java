package dev.pulso.billing;

import java.time.LocalDate;

/** overdue is not stored: it is an issued invoice whose due date has passed in the tenant's zone. */
public enum InvoiceStatus {
    draft,
    issued,
    paid,
    overdue,
    cancelled;

    /** What people see on a day, from what is stored. */
    public static InvoiceStatus on(LocalDate today, InvoiceStatus stored, LocalDate dueOn) {
        return stored == issued && dueOn.isBefore(today) ? overdue : stored;
    }
}
