package dev.pulso.crm.internal.deal;

import dev.pulso.crm.internal.pipeline.StageType;

/** Always the type of the stage the deal is in; the database keeps it so. */
public enum DealStatus {
    open,
    won,
    lost;

    static DealStatus in(StageType type) {
        return valueOf(type.name());
    }
}
