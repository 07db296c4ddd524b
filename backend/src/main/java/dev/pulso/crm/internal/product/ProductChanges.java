package dev.pulso.crm.internal.product;

import dev.pulso.kernel.Change;
import dev.pulso.store.data.ExternalChanges;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What an edit changes; a field that is not given stays. */
@RegisterForReflection
record ProductChanges(
        Change<String> name,
        Change<String> code,
        Change<String> unitPrice,
        Change<String> currency,
        Change<Charge> charge,
        Change<String> serviceType,
        Change<Boolean> active,
        ExternalChanges external) {}
