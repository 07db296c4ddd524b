package dev.pulso.crm.internal.pipeline;

/** What being in a stage means for a deal, whatever the stage is called. */
public enum StageType {
    open,
    won,
    lost
}
