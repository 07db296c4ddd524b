package dev.pulso.crm.internal.deal;

import dev.pulso.crm.internal.product.Charge;
import dev.pulso.crm.internal.product.ProductData;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line to add. What it does not say is its product's. */
@RegisterForReflection
record NewLine(
        @Nullable UUID productId,
        @Nullable String description,
        @Nullable String quantity,
        @Nullable String unitPrice,
        @Nullable String discountPercent,
        @Nullable Long costCents,
        @Nullable Charge charge,
        @Nullable String serviceType) {

    /** Nothing is said, which is refused field by field. */
    static final NewLine NOTHING = new NewLine(null, null, null, null, null, null, null, null);

    /** With everything that a line is made of, but for what nobody has said. */
    NewLine of(@Nullable ProductData product) {
        NewLine said = new NewLine(
                productId,
                description,
                quantity == null ? "1" : quantity,
                unitPrice,
                discountPercent == null ? "0" : discountPercent,
                costCents == null ? 0 : costCents,
                charge,
                serviceType);
        return product == null
                ? said
                : new NewLine(
                        productId,
                        description == null ? product.name() : description,
                        said.quantity,
                        unitPrice == null
                                ? product.unitPrice().stripTrailingZeros().toPlainString()
                                : unitPrice,
                        said.discountPercent,
                        said.costCents,
                        charge == null ? product.charge() : charge,
                        serviceType == null ? product.serviceType() : serviceType);
    }
}
