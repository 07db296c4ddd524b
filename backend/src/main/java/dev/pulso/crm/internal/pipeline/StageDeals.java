package dev.pulso.crm.internal.pipeline;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The deals of a stage, for who changes stages: the other side knows how a deal is moved. */
public interface StageDeals {

    /**
     * Puts all deals of an open stage below those of another, in the open transaction. From its begin to the end of that nobody drops
     * a card into the stage that goes.
     */
    Uni<Void> moveAll(Caller caller, UUID from, UUID to);
}
