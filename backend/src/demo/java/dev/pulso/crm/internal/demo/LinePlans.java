package dev.pulso.crm.internal.demo;

import dev.pulso.crm.internal.demo.SalesPlan.Outcome;
import dev.pulso.crm.internal.demo.SalesPlan.PlannedDeal;
import dev.pulso.demo.DemoRows;
import dev.pulso.demo.DemoYear;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the agency sells, and what the deals on its board are made of: something each month, and the work of the beginning. */
final class LinePlans {
    private static final long STEP_CENTS = 500;

    /** Of a price list. */
    private record Offered(
            String code,
            String name,
            long cents,
            String charge,
            @Nullable String serviceType) {}

    private static final List<Offered> PRICE_LIST = List.of(
            new Offered("SITE-8", "Site institucional, 8 páginas", 420_000, "one_off", null),
            new Offered("LOJA", "Loja virtual", 850_000, "one_off", null),
            new Offered("LANDING", "Landing page de campanha", 150_000, "one_off", null),
            new Offered("MARCA", "Identidade visual", 280_000, "one_off", null),
            new Offered("HOSP-PRO", "Hospedagem Profissional", 10_000, "monthly", "hospedagem_site"),
            new Offered("MANUT", "Manutenção de site", 15_000, "monthly", "manutencao_site"),
            new Offered("TRAFEGO", "Gestão de tráfego", 120_000, "monthly", "gestao_trafego"),
            new Offered("SEO", "SEO mensal", 90_000, "monthly", "seo_mensal"),
            new Offered("SOCIAL", "Redes sociais", 110_000, "monthly", "outro_recorrente"),
            new Offered("MAIL", "E-mail corporativo", 8_000, "monthly", "outro_recorrente"),
            new Offered("BACKUP", "Backup gerenciado", 150_000, "annual", "outro_recorrente"));

    /** What the lines of a deal come to. */
    record Sums(long oneOffCents, long mrrCents, long firstYearCents) {
        static final Sums NONE = new Sums(0, 0, 0);
    }

    private final DemoYear year;
    private final List<JsonObject> products = new ArrayList<>();
    private final Map<String, UUID> ids = new HashMap<>();
    private final List<JsonObject> lines = new ArrayList<>();
    private final Map<UUID, Sums> sums = new HashMap<>();

    LinePlans(DemoYear year, List<PlannedDeal> deals) {
        this.year = year;
        deals.stream()
                .map(PlannedDeal::createdAt)
                .min(Comparator.comparing(OffsetDateTime::toInstant))
                .ifPresent(this::offer);
        deals.stream().filter(deal -> deal.outcome() == Outcome.OPEN).forEach(this::lines);
    }

    List<JsonObject> products() {
        return products;
    }

    List<JsonObject> lines() {
        return lines;
    }

    Sums of(PlannedDeal deal) {
        return sums.getOrDefault(deal.id(), Sums.NONE);
    }

    private void offer(OffsetDateTime since) {
        for (int i = 0; i < PRICE_LIST.size(); i++) {
            Offered offered = PRICE_LIST.get(i);
            UUID id = year.id("product", i, since);
            ids.put(offered.code(), id);
            products.add(DemoRows.row(
                    "id", id,
                    "name", offered.name(),
                    "code", offered.code(),
                    "unit_price", units(offered.cents()),
                    "currency", "BRL",
                    "charge", offered.charge(),
                    "service_type", offered.serviceType(),
                    "created_at", since,
                    "updated_at", since));
        }
    }

    /** The amount of the deal is theirs, to the cent: four fifths of it by the month, the rest at the beginning. */
    private void lines(PlannedDeal deal) {
        Offered wished = PRICE_LIST.stream()
                .filter(offered -> deal.title().contains(offered.name()))
                .findFirst()
                .orElse(PRICE_LIST.get(deal.title().startsWith("Site") ? 4 : 0));
        long monthly =
                wished.charge().equals("one_off") ? 0 : deal.amountCents() * 4 / 5 / 12 / STEP_CENTS * STEP_CENTS;
        long oneOff = deal.amountCents() - 12 * monthly;
        if (oneOff > 0) {
            line(deal, "one_off", monthly == 0 ? wished : null, oneOff);
        }
        if (monthly > 0) {
            line(deal, "monthly", wished, monthly);
        }
        sums.put(deal.id(), new Sums(oneOff, monthly, deal.amountCents()));
    }

    private void line(PlannedDeal deal, String charge, @Nullable Offered product, long cents) {
        lines.add(DemoRows.row(
                "id",
                year.id("deal_line", lines.size(), deal.createdAt()),
                "deal_id",
                deal.id(),
                "product_id",
                product == null ? null : ids.get(product.code()),
                "description",
                product == null ? "Implantação" : product.name(),
                "quantity",
                "1",
                "unit_price",
                units(cents),
                "discount_percent",
                "0",
                "charge",
                charge,
                "service_type",
                product == null || charge.equals("one_off") ? null : product.serviceType(),
                "total_cents",
                cents,
                "created_at",
                deal.createdAt(),
                "updated_at",
                deal.createdAt()));
    }

    private static String units(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
