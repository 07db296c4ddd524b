package dev.pulso.access;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The keys of programs, for who shows one of them. */
public interface ApiKeys {

    /** The key, or 404. */
    Uni<ApiKeyData> get(Caller caller, UUID id);
}
