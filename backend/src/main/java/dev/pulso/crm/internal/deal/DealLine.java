package dev.pulso.crm.internal.deal;

import dev.pulso.crm.internal.product.Charge;
import dev.pulso.crm.internal.product.Prices;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Records;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a deal sells: quantity x unit price less the discount, rounded half up once. */
@Entity
@Table(name = "deal_lines")
class DealLine extends TenantRecord {
    private static final int QUANTITY_DECIMALS = 3;
    private static final int PERCENT_DECIMALS = 2;
    private static final BigDecimal LOWEST_QUANTITY = new BigDecimal("0.001");
    private static final BigDecimal HIGHEST_QUANTITY = new BigDecimal(1_000_000);
    private static final BigDecimal ALL = new BigDecimal(100);

    @Column(name = "deal_id", updatable = false)
    private UUID dealId;

    @Column(name = "product_id", updatable = false)
    private @Nullable UUID productId;

    private String description;

    private BigDecimal quantity;

    @Column(name = "unit_price")
    private BigDecimal unitPrice;

    @Column(name = "discount_percent")
    private BigDecimal discountPercent;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    @Column(name = "cost_cents")
    private long costCents;

    @Enumerated(EnumType.STRING)
    private Charge charge;

    @Column(name = "service_type")
    private @Nullable String serviceType;

    @Column(name = "total_cents")
    private long totalCents;

    /** For Hibernate. */
    protected DealLine() {}

    /** Nothing is known of a new one: what is given is checked as a change of it, which refuses to leave out what it needs. */
    @SuppressWarnings("NullAway.Init")
    DealLine(Caller caller, Deal deal, NewLine line) {
        super(caller);
        dealId = deal.id();
        productId = line.productId();
        edit(Records.changes(LineChanges.class, line, Map.of(), "productId"), deal.currency());
    }

    /** @param currency of the deal, which the prices are in */
    void edit(LineChanges changes, String currency) {
        changes.description().ifGiven(value -> description = Checks.text("description", value));
        changes.quantity()
                .ifGiven(value -> quantity = Prices.decimal("quantity", value)
                        .within("quantity", QUANTITY_DECIMALS, LOWEST_QUANTITY, HIGHEST_QUANTITY)
                        .setScale(QUANTITY_DECIMALS));
        changes.unitPrice().ifGiven(value -> unitPrice = Prices.unitPrice("unit_price", value, currency));
        changes.discountPercent()
                .ifGiven(value -> discountPercent = Prices.decimal("discount_percent", value)
                        .within("discount_percent", PERCENT_DECIMALS, BigDecimal.ZERO, ALL)
                        .setScale(PERCENT_DECIMALS));
        changes.costCents().ifGiven(value -> costCents = Checks.present("cost_cents", value));
        changes.charge().ifGiven(value -> charge = Checks.present("charge", value));
        changes.serviceType().ifGiven(value -> serviceType = Checks.trimmed(value));
        totalCents = total(currency);
    }

    private long total(String currency) {
        BigDecimal exact = unitPrice
                .multiply(quantity)
                .multiply(ALL.subtract(discountPercent))
                .movePointLeft(2);
        // Checked per line, so that adding the lines up cannot overflow.
        BigDecimal highest = Money.of(Prices.HIGHEST_CENTS, currency).toDecimal();
        if (exact.compareTo(highest) > 0) {
            throw Problem.invalid("unit_price", "times quantity must be at most " + highest.toPlainString(), "range");
        }
        return Money.ofUnits(exact, currency).cents();
    }
}
