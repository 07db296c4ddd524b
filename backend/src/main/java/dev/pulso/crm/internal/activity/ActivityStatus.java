package dev.pulso.crm.internal.activity;

/** Whether it is still to be done. */
enum ActivityStatus {
    OPEN,
    COMPLETED
}
