package dev.pulso.portfolio;

/** trial: tried for nothing; active: earns; frozen: paused, earns nothing; cancelled: earns until its last day. */
public enum ContractStatus {
    trial,
    active,
    frozen,
    cancelled
}
