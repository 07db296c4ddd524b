package dev.pulso.access;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The API keys that somebody has made. */
public interface MakersKeys {

    /** Ends all of them, as the sessions of somebody who may not log in any more; joins the open transaction. */
    Uni<Void> revokeOf(Caller caller, UUID maker);
}
