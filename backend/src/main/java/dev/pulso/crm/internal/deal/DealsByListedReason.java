package dev.pulso.crm.internal.deal;

import dev.pulso.store.jobs.Backfill;
import dev.pulso.store.tenancy.Tenancy;
import jakarta.inject.Singleton;

/**
 * Deals that were lost in words which the list has since: those that were there before the list, and those of a reason that was
 * added later. It stays as long as reasons are added.
 */
@Singleton
class DealsByListedReason extends Backfill {
    private static final String KEY = "normalize_search(regexp_replace(btrim(%s.lost_reason), '\\s+', ' ', 'g'))";

    DealsByListedReason(Tenancy tenancy) {
        super(
                tenancy,
                "backfill-lost-reasons",
                "update deals d set lost_reason_id = r.id, updated_at = app_now(), version = d.version + 1"
                        + " from lost_reasons r where r.name_key = " + KEY.formatted("d")
                        + " and d.ctid = any(array(select x.ctid from deals x join lost_reasons y on y.name_key = "
                        + KEY.formatted("x")
                        + " where x.status = 'lost' and x.lost_reason_id is null limit $1))");
    }

    @Override
    public String description() {
        return "Finds the reason of the list for deals that were lost in its words before it was there.";
    }
}
