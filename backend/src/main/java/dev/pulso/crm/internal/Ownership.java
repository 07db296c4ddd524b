package dev.pulso.crm.internal;

import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may be made the owner of a record. That records outside of a caller's reach do not exist for it is a matter of the
 * database; here a person is told so before it loses sight of its own record.
 */
public final class Ownership {
    public static final String LEADS = "leads";
    public static final String DEALS = "deals";

    private Ownership() {}

    /** The owner of a new record: who makes it, unless it says otherwise or reaches the records of all. */
    public static @Nullable UUID ofNew(Caller caller, String kind, @Nullable UUID ownerId) {
        if (ownerId == null && caller.reach().containsKey(kind)) {
            return caller.userId();
        }
        requireReached(caller, kind, ownerId);
        return ownerId;
    }

    /** 400: the record would be out of the caller's own sight. */
    public static void requireReached(Caller caller, String kind, @Nullable UUID ownerId) {
        if (!caller.reaches(kind, ownerId)) {
            throw Problem.invalid("owner_id", "must be somebody whose records you see", "out_of_reach");
        }
    }
}
