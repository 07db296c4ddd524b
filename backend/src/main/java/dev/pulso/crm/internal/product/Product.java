package dev.pulso.crm.internal.product;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.ExternalChanges;
import dev.pulso.store.data.KnownRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that the company sells, at the price that new lines begin with. */
@Entity
@Table(name = "products")
class Product extends KnownRecord {
    private String name;

    private @Nullable String code;

    @Column(name = "unit_price")
    private BigDecimal unitPrice;

    private String currency;

    @Enumerated(EnumType.STRING)
    private Charge charge;

    @Column(name = "service_type")
    private @Nullable String serviceType;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    private boolean active;

    /** For Hibernate. */
    protected Product() {}

    /** Nothing is known of a new one: what is given is checked as a change of it, which refuses to leave out what it needs. */
    @SuppressWarnings("NullAway.Init")
    Product(Caller caller, NewProduct product) {
        super(caller, product.external());
        edit(Records.changes(ProductChanges.class, product, Map.of("external", ExternalChanges.NONE)));
    }

    void edit(ProductChanges changes) {
        change(changes.external());
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.code().ifGiven(value -> code = code(value));
        changes.currency().ifGiven(value -> currency = Checks.currency("currency", value));
        changes.unitPrice().ifGiven(value -> unitPrice = Prices.unitPrice("unit_price", value, currency));
        changes.charge().ifGiven(value -> charge = Checks.present("charge", value));
        changes.serviceType().ifGiven(value -> serviceType = Checks.trimmed(value));
        changes.active().ifGiven(value -> active = Checks.present("active", value));
    }

    /** A code as it is stored. */
    static @Nullable String code(@Nullable String value) {
        String trimmed = Checks.trimmed(value);
        return trimmed == null ? null : Checks.text("code", trimmed);
    }
}
