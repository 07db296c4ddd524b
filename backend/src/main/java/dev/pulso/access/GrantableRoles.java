package dev.pulso.access;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;

/** Which roles somebody may give. */
public interface GrantableRoles {

    /**
     * That the caller may give people this role: it exists (400 on {@code field}), and holds nothing that the caller does not
     * have itself (403). The role stays as it is until the transaction ends.
     */
    Uni<Void> requireGrantable(Caller caller, String field, String role);
}
