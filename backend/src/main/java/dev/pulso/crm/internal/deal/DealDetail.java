package dev.pulso.crm.internal.deal;

import org.jspecify.annotations.Nullable;

/** A deal with what only its own page shows; lists and boards leave long texts out. */
public record DealDetail(DealData deal, @Nullable String lostReason) {}
