package dev.pulso.portfolio.internal.contract;

import dev.pulso.customers.CustomerKind;
import dev.pulso.customers.Customers;
import dev.pulso.customers.NewCustomer;
import dev.pulso.platform.kernel.BillingCycle;
import dev.pulso.platform.kernel.Steps;
import dev.pulso.platform.tenancy.Caller;
import dev.pulso.platform.tenancy.DemoData;
import dev.pulso.platform.tenancy.TenantDay;
import dev.pulso.portfolio.ContractStatus;
import dev.pulso.portfolio.NewContract;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers and contracts of the demo company: a web agency with some of every service, cycle and status. */
@ApplicationScoped
class ContractDemo implements DemoData {
    private record Sample(
            String serviceType,
            String title,
            BillingCycle cycle,
            long amountCents,
            long costCents,
            ContractStatus status,
            int startedMonthsAgo) {}

    private record Buyer(
            String name, CustomerKind kind, @Nullable String taxId, String email, List<Sample> contracts) {}

    private static final List<Buyer> BUYERS = List.of(
            person(
                    "João Silva",
                    "529.982.247-25",
                    "joao@joaosilva.example",
                    monthly("hospedagem_site", "Hospedagem - joaosilva.com.br", 5_000, 2_000, 22)),
            company(
                    "Imobiliária ABC",
                    "contato@imobabc.example",
                    monthly("hospedagem_site", "Hospedagem - imobiliariaabc.com.br", 8_000, 3_000, 18),
                    monthly("saas_imobsites", "Licença ImobSites - Imobiliária ABC", 20_000, 5_000, 18)),
            company(
                    "Imobiliária XYZ",
                    "contato@imobxyz.example",
                    monthly("saas_imobsites", "Licença ImobSites - Imobiliária XYZ", 20_000, 5_000, 9)),
            company(
                    "Autoescola Progresso",
                    "financeiro@progresso.example",
                    monthly("saas_cfc", "Licença CFC - Autoescola Progresso", 15_000, 4_000, 14),
                    monthly("manutencao_site", "Manutenção mensal", 10_000, 2_000, 14),
                    monthly("gestao_trafego", "Gestão Google Ads", 30_000, 0, 6)),
            company(
                    "Hotel Beira Mar",
                    "reservas@beiramar.example",
                    new Sample(
                            "manutencao_site",
                            "Manutenção trimestral",
                            BillingCycle.QUARTERLY,
                            84_000,
                            31_000,
                            ContractStatus.active,
                            7),
                    new Sample(
                            "seo_mensal",
                            "SEO mensal",
                            BillingCycle.MONTHLY,
                            90_000,
                            20_000,
                            ContractStatus.frozen,
                            5)),
            company(
                    "Construtora Alfa",
                    "obras@alfa.example",
                    new Sample(
                            "hospedagem_site",
                            "Hospedagem anual",
                            BillingCycle.ANNUAL,
                            60_000,
                            24_000,
                            ContractStatus.active,
                            3)),
            company(
                    "Clínica Vida Plena",
                    "contas@vidaplena.example",
                    new Sample(
                            "outro_recorrente",
                            "Suporte técnico",
                            BillingCycle.SEMIANNUAL,
                            180_000,
                            60_000,
                            ContractStatus.active,
                            2)),
            person(
                    "Marta Reis",
                    null,
                    "marta@reis.example",
                    new Sample(
                            "saas_imobsites",
                            "Licença ImobSites - teste",
                            BillingCycle.MONTHLY,
                            20_000,
                            5_000,
                            ContractStatus.trial,
                            0)));

    private final ContractService contracts;
    private final Customers customers;
    private final TenantDay days;

    ContractDemo(ContractService contracts, Customers customers, TenantDay days) {
        this.contracts = contracts;
        this.customers = customers;
        this.days = days;
    }

    @Override
    public Uni<Void> seed(Caller admin) {
        return days.today(admin).chain(today -> Steps.inOrder(BUYERS, buyer -> sell(admin, buyer, today)));
    }

    @Override
    public int order() {
        return 30;
    }

    private Uni<Void> sell(Caller admin, Buyer buyer, LocalDate today) {
        return customers
                .create(
                        admin,
                        new NewCustomer(
                                buyer.name(),
                                buyer.kind(),
                                buyer.taxId(),
                                buyer.email(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null))
                .chain(customer -> contracts.createAll(
                        admin,
                        customer.id(),
                        null,
                        buyer.contracts().stream()
                                .map(sample -> contract(sample, today))
                                .toList()))
                .replaceWithVoid();
    }

    private static NewContract contract(Sample sample, LocalDate today) {
        return new NewContract(
                sample.serviceType(),
                sample.title(),
                null,
                sample.cycle(),
                sample.amountCents(),
                sample.costCents(),
                null,
                sample.status(),
                today.minusMonths(sample.startedMonthsAgo()).minusDays(8),
                null,
                today.plusMonths(2),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Buyer person(String name, @Nullable String taxId, String email, Sample... contracts) {
        return new Buyer(name, CustomerKind.person, taxId, email, Arrays.asList(contracts));
    }

    private static Buyer company(String name, String email, Sample... contracts) {
        return new Buyer(name, CustomerKind.company, null, email, Arrays.asList(contracts));
    }

    private static Sample monthly(String type, String title, long amountCents, long costCents, int startedMonthsAgo) {
        return new Sample(
                type, title, BillingCycle.MONTHLY, amountCents, costCents, ContractStatus.active, startedMonthsAgo);
    }
}
