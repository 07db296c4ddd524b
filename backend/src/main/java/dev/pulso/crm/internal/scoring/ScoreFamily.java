package dev.pulso.crm.internal.scoring;

/** Points of one kind, which together have a limit. */
public enum ScoreFamily {
    BANT,
    ENGAGEMENT,
    FIT
}
