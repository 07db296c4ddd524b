package dev.pulso.crm.internal.deal;

import dev.pulso.crm.internal.company.CompanyService;
import dev.pulso.crm.internal.contact.ContactService;
import dev.pulso.crm.internal.contact.NewContact;
import dev.pulso.crm.internal.pipeline.PipelineData;
import dev.pulso.crm.internal.pipeline.PipelineService;
import dev.pulso.crm.internal.pipeline.StageType;
import dev.pulso.platform.kernel.BillingCycle;
import dev.pulso.platform.kernel.Steps;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.DemoData;
import dev.pulso.platform.tenancy.TenantDay;
import dev.pulso.platform.web.ExpectedVersion;
import dev.pulso.portfolio.ContractStatus;
import dev.pulso.portfolio.NewContract;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Deals of the demo company in every stage; one won with its contract, one lost with its reason. */
@ApplicationScoped
class DealDemo implements DemoData {
    private record Sample(int stage, String title, String company, String person, long amountCents, int closesInDays) {
        String email() {
            return Normalizer.normalize(person, Normalizer.Form.NFD)
                            .replaceAll("\\p{M}", "")
                            .replace(' ', '.')
                            .toLowerCase(Locale.ROOT)
                    + "@cliente.example";
        }
    }

    private static final List<Sample> OPEN = List.of(
            new Sample(0, "Site + hospedagem", "Imobiliária Horizonte", "Ana Souza", 240_000, 20),
            new Sample(0, "SEO mensal", "Clínica Vida Plena", "Carla Nunes", 320_000, 30),
            new Sample(0, "Gestão de tráfego", "Farmácia Central", "Ivo Reis", 45_000, 45),
            new Sample(1, "Plano 600 Mega", "Mercado Bom Dia", "Heitor Braga", 1_250_000, 15),
            new Sample(1, "Licença ImobSites", "Imobiliária Litoral", "Júlia Melo", 240_000, 12),
            new Sample(1, "Sistema de agendamento", "Clínica Vida Plena", "Carla Nunes", 98_000, 25),
            new Sample(2, "Licença CFC", "Autoescola Avante", "Kátia Luz", 480_000, 10),
            new Sample(2, "Gestão de tráfego", "Construtora Alfa", "Lauro Pinto", 45_000, 7),
            new Sample(3, "Manutenção de site", "Oficina Prime", "Fábio Lima", 60_000, 5),
            new Sample(3, "Licença ImobSites", "Imobiliária Horizonte", "Ana Souza", 185_000, -3),
            new Sample(4, "SEO mensal", "Studio Nove", "Gabriela Dias", 45_000, 2));

    private final DealService deals;
    private final DealClosing closing;
    private final PipelineService pipelines;
    private final CompanyService companies;
    private final ContactService contacts;
    private final TenantDay days;

    DealDemo(
            DealService deals,
            DealClosing closing,
            PipelineService pipelines,
            CompanyService companies,
            ContactService contacts,
            TenantDay days) {
        this.deals = deals;
        this.closing = closing;
        this.pipelines = pipelines;
        this.companies = companies;
        this.contacts = contacts;
        this.days = days;
    }

    @Override
    public Uni<Void> seed(Caller admin) {
        return days.today(admin)
                .chain(today -> pipelines
                        .named(admin, null, null)
                        .chain(pipeline -> Steps.inOrder(
                                        OPEN,
                                        sample -> create(admin, pipeline, sample, today)
                                                .replaceWithVoid())
                                .chain(() -> create(
                                        admin,
                                        pipeline,
                                        new Sample(4, "Plano Empresa", "TecnoNet Provedor", "Diego Rocha", 154_800, 0),
                                        today))
                                .chain(deal -> closing.win(
                                        admin,
                                        deal.id(),
                                        ExpectedVersion.optional(null),
                                        new Winning(today, null, null, List.of(connection(today)))))
                                .chain(() -> create(
                                        admin,
                                        pipeline,
                                        new Sample(2, "Loja virtual", "Papelaria Cores", "Nina Teles", 900_000, 0),
                                        today))
                                .chain(deal -> closing.lose(
                                        admin, deal.id(), ExpectedVersion.optional(null), "Preço", today))))
                .replaceWithVoid();
    }

    private Uni<DealData> create(Caller admin, PipelineData pipeline, Sample sample, LocalDate today) {
        var open = pipeline.stages().stream()
                .filter(stage -> stage.type() == StageType.open)
                .toList();
        return companies
                .findOrCreate(admin, sample.company())
                .chain(company -> contacts.findOrCreate(
                                admin,
                                new NewContact(sample.person(), sample.email(), null, null, company.id(), true, null))
                        .chain(contact -> deals.create(
                                admin,
                                new NewDeal(
                                        sample.title(),
                                        sample.amountCents(),
                                        null,
                                        pipeline.id(),
                                        open.get(sample.stage()).id(),
                                        company.id(),
                                        contact.id(),
                                        admin.userId(),
                                        today.plusDays(sample.closesInDays()),
                                        null))));
    }

    private static NewContract connection(LocalDate today) {
        return new NewContract(
                "outro_recorrente",
                "Plano 600 Mega",
                null,
                BillingCycle.MONTHLY,
                12_900,
                6_100,
                null,
                ContractStatus.active,
                today,
                null,
                null,
                12,
                10,
                null,
                null,
                null,
                null);
    }

    @Override
    public int order() {
        return 40;
    }
}
