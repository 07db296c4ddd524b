package dev.pulso.crm.internal.deal;

/** Where the amount of a deal comes from: somebody has set it, or it is what its lines come to in the first year. */
public enum AmountSource {
    manual,
    lines
}
