package dev.pulso.crm.internal.scoring;

/** What points come from. */
public enum ScoreSourceType {
    FIELD,
    SIGNAL,
    ACTIVITY,
    RULE
}
