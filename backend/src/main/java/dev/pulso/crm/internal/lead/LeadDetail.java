package dev.pulso.crm.internal.lead;

import org.jspecify.annotations.Nullable;

/** A lead with what only its own page shows; lists leave long texts out. */
record LeadDetail(LeadData lead, @Nullable String notes) {}
