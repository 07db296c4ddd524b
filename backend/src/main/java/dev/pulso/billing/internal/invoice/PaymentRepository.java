package dev.pulso.billing.internal.invoice;

import dev.pulso.billing.PaymentMethod;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PaymentRepository implements PanacheRepositoryBase<Payment, UUID> {

    Uni<@Nullable Payment> findByReference(PaymentMethod method, String reference) {
        return find("method = ?1 and reference = ?2", method, reference).firstResult();
    }
}
