package dev.pulso.crm.internal.lead;

import dev.pulso.platform.kernel.Steps;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.DemoData;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Leads of the demo company. */
@ApplicationScoped
class LeadDemo implements DemoData {
    private static final List<NewLead> LEADS = List.of(
            lead(
                    "Ana Souza",
                    "ana@imobhorizonte.example",
                    "(41) 99812-3401",
                    "Imobiliária Horizonte",
                    "site",
                    LeadStage.NEW,
                    35),
            lead(
                    "Bruno Castro",
                    "bruno@padariasilva.example",
                    "(41) 99812-3402",
                    "Padaria Silva",
                    "indicacao",
                    LeadStage.CONTACTED,
                    50),
            lead(
                    "Carla Nunes",
                    "carla@vidaplena.example",
                    "(11) 99812-3403",
                    "Clínica Vida Plena",
                    "whatsapp",
                    LeadStage.QUALIFIED,
                    80),
            lead(
                    "Diego Rocha",
                    "diego@tecnonet.example",
                    "(21) 99812-3404",
                    "TecnoNet Provedor",
                    "site",
                    LeadStage.QUALIFIED,
                    90),
            lead(
                    "Elisa Prado",
                    "elisa@escolasaber.example",
                    "(31) 99812-3405",
                    "Escola Saber",
                    "evento",
                    LeadStage.CONTACTED,
                    55),
            lead(
                    "Fábio Lima",
                    "fabio@oficinaprime.example",
                    "(41) 99812-3406",
                    "Oficina Prime",
                    "whatsapp",
                    LeadStage.NEW,
                    20),
            lead(
                    "Gabriela Dias",
                    "gabi@studionove.example",
                    "(51) 99812-3407",
                    "Studio Nove",
                    "indicacao",
                    LeadStage.UNQUALIFIED,
                    10),
            lead(
                    "Heitor Braga",
                    "heitor@mercadobomdia.example",
                    "(41) 99812-3408",
                    "Mercado Bom Dia",
                    "site",
                    LeadStage.NEW,
                    40));

    private final LeadService leads;

    LeadDemo(LeadService leads) {
        this.leads = leads;
    }

    @Override
    public Uni<Void> seed(Caller admin) {
        return Steps.inOrder(LEADS, lead -> leads.create(admin, lead).replaceWithVoid());
    }

    @Override
    public int order() {
        return 20;
    }

    private static NewLead lead(
            String name, String email, String phone, String company, String source, LeadStage stage, int bantScore) {
        return new NewLead(name, email, phone, company, source, stage, List.of(), null, bantScore, null);
    }
}
