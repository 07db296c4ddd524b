package dev.pulso.billing.internal.invoice;

import dev.pulso.billing.ItemKind;
import dev.pulso.billing.NewInvoiceItem;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Ratio;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A line of an invoice: quantity x unit, rounded half up once. Never changed. */
@Entity
@Immutable
@Table(name = "invoice_items")
class InvoiceItem {
    private static final int QUANTITY_DECIMALS = 3;
    private static final BigDecimal HIGHEST_QUANTITY = new BigDecimal(1_000_000);

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "invoice_id")
    private Invoice invoice;

    @Column(name = "position")
    private int position;

    @Column(name = "description")
    private String description;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ItemKind kind;

    private BigDecimal quantity;

    @Column(name = "unit_cents")
    private long unitCents;

    @Column(name = "total_cents")
    private long totalCents;

    /** For Hibernate. */
    protected InvoiceItem() {}

    InvoiceItem(Invoice invoice, int position, NewInvoiceItem item) {
        String field = "items[" + position + "].";
        id = Ids.next();
        tenantId = invoice.tenantId();
        this.invoice = invoice;
        this.position = position;
        description = Checks.lines(field + "description", item.description());
        kind = Checks.present(field + "kind", item.kind());
        quantity = quantity(field + "quantity", item.quantity());
        unitCents = item.unitCents();
        if (unitCents < 0 || unitCents > Invoice.HIGHEST_TOTAL_CENTS) {
            throw Problem.invalid(
                    field + "unit_cents", "must be between 0 and " + Invoice.HIGHEST_TOTAL_CENTS, "range");
        }
        totalCents = Money.of(unitCents, invoice.currency())
                .times(Ratio.of(quantity))
                .cents();
        // Checked per line, so that adding the lines up cannot overflow.
        if (totalCents > Invoice.HIGHEST_TOTAL_CENTS) {
            throw Problem.invalid(
                    field + "unit_cents",
                    "times quantity must be at most " + Invoice.HIGHEST_TOTAL_CENTS + " cents",
                    "range");
        }
    }

    private static BigDecimal quantity(String field, BigDecimal value) {
        BigDecimal quantity = Checks.present(field, value).stripTrailingZeros();
        if (quantity.signum() <= 0 || quantity.compareTo(HIGHEST_QUANTITY) > 0) {
            throw Problem.invalid(field, "must be greater than 0 and at most " + HIGHEST_QUANTITY, "range");
        }
        if (quantity.scale() > QUANTITY_DECIMALS) {
            throw Problem.invalid(field, "must have at most " + QUANTITY_DECIMALS + " decimals", "decimals");
        }
        return quantity.setScale(QUANTITY_DECIMALS);
    }

    Money total() {
        return Money.of(totalCents, invoice.currency());
    }
}
