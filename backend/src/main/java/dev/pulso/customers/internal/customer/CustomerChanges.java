package dev.pulso.customers.internal.customer;

import dev.pulso.customers.CustomerKind;
import dev.pulso.kernel.Change;
import dev.pulso.store.data.ExternalChanges;
import java.util.UUID;

/** What an edit changes; a field that is not given stays. */
record CustomerChanges(
        Change<String> name,
        Change<CustomerKind> kind,
        Change<String> taxId,
        Change<String> email,
        Change<String> phone,
        Change<UUID> companyId,
        Change<UUID> accountManagerId,
        ExternalChanges external,
        Change<String> notes) {}
