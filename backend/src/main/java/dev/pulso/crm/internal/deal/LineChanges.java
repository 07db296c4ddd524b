package dev.pulso.crm.internal.deal;

import dev.pulso.crm.internal.product.Charge;
import dev.pulso.kernel.Change;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What an edit changes; a field that is not given stays. */
@RegisterForReflection
record LineChanges(
        Change<String> description,
        Change<String> quantity,
        Change<String> unitPrice,
        Change<String> discountPercent,
        Change<Long> costCents,
        Change<Charge> charge,
        Change<String> serviceType) {}
