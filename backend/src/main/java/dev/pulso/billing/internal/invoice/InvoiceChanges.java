package dev.pulso.billing.internal.invoice;

import dev.pulso.store.data.ExternalChanges;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What an edit changes; what an invoice says itself is never changed. */
@RegisterForReflection
record InvoiceChanges(ExternalChanges external) {}
