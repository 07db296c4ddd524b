package dev.pulso.crm.internal.pipeline;

import dev.pulso.kernel.Checks;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Arrays;
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

    @SuppressWarnings("UnusedVariable") // read by the queries only
    @Column(name = "rotting_days")
    private int rottingDays;

    @SuppressWarnings("UnusedVariable") // read by the queries only
    @Column(name = "required_fields")
    private String[] requiredFields = {};

    /** For Hibernate. */
    protected Stage() {}

    Stage(Caller caller, UUID pipelineId, int ordinal, StageDraft draft) {
        super(caller);
        this.pipelineId = pipelineId;
        this.ordinal = ordinal;
        this.name = Checks.text("stages[" + ordinal + "].name", draft.name());
        this.type = draft.type();
        this.probability = draft.probabilityOfNew();
        rules(draft);
    }

    void edit(int newOrdinal, StageDraft draft) {
        ordinal = newOrdinal;
        name = Checks.text("stages[" + newOrdinal + "].name", draft.name());
        type = draft.type();
        if (draft.probability() != null) {
            probability = draft.probability();
        }
        rules(draft);
    }

    private void rules(StageDraft draft) {
        if (draft.rottingDays() != null) {
            rottingDays = draft.rottingDays();
        }
        if (draft.requiredFields() != null) {
            String[] named = draft.requiredFields().stream()
                    .map(StageField::name)
                    .sorted()
                    .toArray(String[]::new);
            // Another array of the same would be a change.
            if (!Arrays.equals(named, requiredFields)) {
                requiredFields = named;
            }
        }
    }

    String name() {
        return name;
    }

    StageType type() {
        return type;
    }
}
