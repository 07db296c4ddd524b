package dev.pulso.crm.internal.pipeline;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.TenantSetup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Every tenant begins with a pipeline that it can use as it is. */
@ApplicationScoped
class DefaultPipeline implements TenantSetup {
    private static final NewPipeline SALES = new NewPipeline(
            "Vendas",
            true,
            List.of(
                    StageDraft.added("Novo", StageType.open, 10, 7),
                    StageDraft.added("Qualificado", StageType.open, 25, 10),
                    StageDraft.added("Proposta", StageType.open, 50, 10),
                    StageDraft.added("Negociação", StageType.open, 75, 15),
                    StageDraft.added("Fechamento", StageType.open, 90, 7),
                    StageDraft.added("Ganho", StageType.won, 100),
                    StageDraft.added("Perdido", StageType.lost, 0)));

    private final PipelineService pipelines;

    DefaultPipeline(PipelineService pipelines) {
        this.pipelines = pipelines;
    }

    @Override
    public Uni<Void> setUp(Caller caller) {
        return pipelines.create(caller, SALES).replaceWithVoid();
    }
}
