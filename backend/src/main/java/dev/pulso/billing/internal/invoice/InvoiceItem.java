package dev.pulso.billing.internal.invoice;

import dev.pulso.billing.ItemKind;
import dev.pulso.billing.NewInvoiceItem;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.Problem;
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

/** A line of an invoice: quantity x unit price, rounded half up once. Never changed. */
@Entity
@Immutable
@Table(name = "invoice_items")
class InvoiceItem {
    private static final int QUANTITY_DECIMALS = 3;
    private static final int PRICE_DECIMALS = 6;
    private static final BigDecimal LOWEST_QUANTITY = new BigDecimal("0.001");
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

    /** In units of the currency. */
    @Column(name = "unit_price")
    private BigDecimal unitPrice;

    /** As the release before reads it. */
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
        quantity = item.quantity()
                .within(field + "quantity", QUANTITY_DECIMALS, LOWEST_QUANTITY, HIGHEST_QUANTITY)
                .setScale(QUANTITY_DECIMALS);
        BigDecimal highest =
                Money.of(Invoice.HIGHEST_TOTAL_CENTS, invoice.currency()).toDecimal();
        BigDecimal price = item.unitPrice().within(field + "unit_price", PRICE_DECIMALS, BigDecimal.ZERO, highest);
        unitPrice = price.setScale(PRICE_DECIMALS);
        unitCents = Money.ofUnits(price, invoice.currency()).cents();
        totalCents = Money.ofUnits(price.multiply(quantity), invoice.currency()).cents();
        // Checked per line, so that adding the lines up cannot overflow.
        if (totalCents > Invoice.HIGHEST_TOTAL_CENTS) {
            throw Problem.invalid(
                    field + "unit_price", "times quantity must be at most " + highest.toPlainString(), "range");
        }
    }

    Money total() {
        return Money.of(totalCents, invoice.currency());
    }
}
