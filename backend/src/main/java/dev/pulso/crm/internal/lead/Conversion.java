package dev.pulso.crm.internal.lead;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How to convert a lead: into which pipeline (the default one when null), under which title, worth how much. */
record Conversion(@Nullable UUID pipelineId, @Nullable String title, long amountCents) {
    /** Without any word of how. */
    static final Conversion PLAIN = new Conversion(null, null, 0);
}
