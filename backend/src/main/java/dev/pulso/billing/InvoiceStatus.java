package dev.pulso.billing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** overdue: issued, and found to be past its due date by the day of the tenant; see {@link InvoiceOverdue}. */
public enum InvoiceStatus {
    draft,
    issued,
    paid,
    overdue,
    cancelled;

    /** What people see, from what is stored. */
    public static InvoiceStatus of(InvoiceStatus stored, @Nullable LocalDate overdueSince) {
        return stored == issued && overdueSince != null ? overdue : stored;
    }
}
