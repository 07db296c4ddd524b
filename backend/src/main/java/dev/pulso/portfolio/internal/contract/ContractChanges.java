package dev.pulso.portfolio.internal.contract;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.Change;
import dev.pulso.store.data.ExternalChanges;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/** What an edit changes; a field that is not given stays. */
@RegisterForReflection
record ContractChanges(
        Change<String> serviceType,
        Change<String> title,
        Change<String> description,
        Change<BillingCycle> billingCycle,
        Change<Long> amountCents,
        Change<Long> costCents,
        Change<String> currency,
        Change<LocalDate> startOn,
        Change<LocalDate> endOn,
        Change<LocalDate> nextReviewOn,
        Change<Integer> termMonths,
        Change<Integer> billingDay,
        Change<String> referenceType,
        Change<String> referenceId,
        ExternalChanges external,
        Change<String> internalNotes) {}
