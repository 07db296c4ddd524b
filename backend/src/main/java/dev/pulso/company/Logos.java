package dev.pulso.company;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The pictures of companies, for documents that bear them. Joins the caller's transaction when one is open. */
public interface Logos {

    /** @param mediaType {@code image/png}, {@code image/jpeg} or {@code image/webp}, by its own bytes */
    record Logo(String mediaType, byte[] content) {}

    /** The logo of the caller's tenant by the hash that the tenant names, or null when there is none of it. */
    Uni<@Nullable Logo> find(Caller caller, String hash);
}
