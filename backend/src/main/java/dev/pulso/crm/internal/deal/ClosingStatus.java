package dev.pulso.crm.internal.deal;

/** Whether what a sale makes is there: made at once, waiting, released by somebody, or withdrawn with its deal before that. */
public enum ClosingStatus {
    made,
    to_release,
    released,
    withdrawn
}
