package dev.pulso.crm.internal.pipeline;

import dev.pulso.kernel.Checks;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** A column of the board: its place in the pipeline, what it means, and how likely a deal in it is to be won. */
@Entity
@Table(name = "stages")
class Stage extends TenantRecord {
    @Column(name = "pipeline_id", updatable = false)
    private UUID pipelineId;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    private int ordinal;

    private String name;

    @Enumerated(EnumType.STRING)
    private StageType type;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    private int probability;

    /** For Hibernate. */
    protected Stage() {}

    Stage(Caller caller, UUID pipelineId, int ordinal, StageDraft draft) {
        super(caller);
        this.pipelineId = pipelineId;
        this.ordinal = ordinal;
        this.name = Checks.text("stages[" + ordinal + "].name", draft.name());
        this.type = draft.type();
        this.probability = draft.probabilityOfNew();
    }

    void edit(int newOrdinal, StageDraft draft) {
        ordinal = newOrdinal;
        name = Checks.text("stages[" + newOrdinal + "].name", draft.name());
        type = draft.type();
        if (draft.probability() != null) {
            probability = draft.probability();
        }
    }

    String name() {
        return name;
    }

    StageType type() {
        return type;
    }
}
