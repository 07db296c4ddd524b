package dev.pulso.crm.internal.pipeline;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A sales funnel. Its version guards its stages too. */
@Entity
@Table(name = "pipelines")
class Pipeline extends TenantRecord {
    private String name;

    @Column(name = "is_default")
    private boolean defaultPipeline;

    @Column(name = "stages_changed_at")
    private Instant stagesChangedAt;

    /** For Hibernate. */
    protected Pipeline() {}

    Pipeline(Caller caller, String name, boolean defaultPipeline, Instant now) {
        super(caller);
        this.name = Checks.text("name", name);
        this.defaultPipeline = defaultPipeline;
        this.stagesChangedAt = now;
    }

    void edit(PipelineChanges changes, Instant now) {
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.isDefault().ifGiven(value -> {
            if (defaultPipeline && !Checks.present("is_default", value)) {
                throw Problem.invalid(
                        "is_default", "can only be cleared by making another pipeline the default", "default");
            }
            defaultPipeline = Checks.present("is_default", value);
        });
        changes.stages().ifGiven(value -> stagesChangedAt = now);
    }

    /** Another pipeline becomes the default. */
    void stepBack() {
        defaultPipeline = false;
    }
}
