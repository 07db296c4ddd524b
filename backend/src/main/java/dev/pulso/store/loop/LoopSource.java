package dev.pulso.store.loop;

import java.util.Map;
import java.util.Set;

/** One step of the loop: a bean of the module that keeps its records. */
public interface LoopSource {

    /** As the contract calls it. */
    String kind();

    /** Of those who see the step. */
    String permission();

    /**
     * Kinds of other steps, and of records beside the loop, whose ids its rows name: as {@code deal_id} the kind {@code deal}, null where
     * there is none.
     */
    Set<String> references();

    /**
     * By the kind of what is known already, its own included: the records of the step that belong to those with the ids in {@code
     * $1}, the newest first, {@code $2} at most. They answer {@code id, title, status, at, due_on, amount_cents, currency,
     * billing_cycle}, the references, and as {@code record_count} how many there are.
     */
    Map<String, String> statements();
}
