package dev.pulso.crm.internal.lead;

import dev.pulso.crm.internal.scoring.ScoreFacts.Count;
import dev.pulso.crm.internal.scoring.ScoreFacts.Override;
import dev.pulso.crm.internal.scoring.ScoreInput;
import dev.pulso.crm.internal.scoring.ScoreLine;
import java.util.List;
import java.util.Map;

/**
 * What a score takes from beside the lead's own row.
 *
 * @param counts what the lead did
 * @param overrides what people have decided, by rule
 * @param before the lines of the sheet that there is
 */
record LeadDeeds(Map<ScoreInput, Count> counts, Map<String, Override> overrides, List<ScoreLine> before) {
    /** Of a new lead nothing is known yet. */
    static final LeadDeeds NONE = new LeadDeeds(Map.of(), Map.of(), List.of());
}
