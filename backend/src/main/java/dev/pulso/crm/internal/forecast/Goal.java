package dev.pulso.crm.internal.forecast;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.Checks;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** What somebody aims to sell in a month. */
@Entity
@Table(name = "goals")
class Goal extends TenantRecord {
    @SuppressWarnings("UnusedVariable") // read by the queries only
    @Column(name = "owner_id", updatable = false)
    private UUID ownerId;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    @Column(updatable = false)
    private LocalDate month;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    @Column(name = "amount_cents")
    private long amountCents;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    @Column(updatable = false)
    private String currency;

    /** For Hibernate. */
    protected Goal() {}

    Goal(Caller caller, UUID owner, LocalDate month, long amountCents, String currency) {
        super(caller);
        this.ownerId = owner;
        this.month = month;
        this.amountCents = amountCents;
        this.currency = Checks.currency("currency", currency);
    }

    void edit(Change<Long> amount) {
        amount.ifGiven(value -> amountCents = Checks.present("amount_cents", value));
    }
}
