package dev.pulso.demo;

import dev.pulso.kernel.BillingCycle;
import java.util.List;

/**
 * What the demo company sells.
 *
 * @param monthlyCents price for a month, paid monthly
 * @param costPercent of the price, about
 * @param weight how often it is bought
 * @param reference what its contracts refer to
 */
record Offer(String serviceType, String plan, long monthlyCents, int costPercent, int weight, String reference) {

    static List<Offer> all() {
        return Cast.lines("offers.txt").stream()
                .map(line -> line.split("\\|"))
                .map(part -> new Offer(
                        part[0],
                        part[1],
                        Long.parseLong(part[2]),
                        Integer.parseInt(part[3]),
                        Integer.parseInt(part[4]),
                        part[5]))
                .toList();
    }

    boolean isSoftware() {
        return serviceType.startsWith("saas_");
    }

    /** How likely a company of that industry buys it: licences are for one industry each, and that one wants them first. */
    int weightFor(String industry) {
        return switch (serviceType) {
            case "saas_imobsites" -> industry.equals("Imobiliária") ? weight * 12 : 0;
            case "saas_cfc" -> industry.equals("Autoescola") ? weight * 18 : 0;
            default -> weight;
        };
    }

    BillingCycle cycle(Chance chance) {
        int[] weights = switch (serviceType) {
            case "hospedagem_site" -> new int[] {52, 10, 10, 28};
            case "manutencao_site", "outro_recorrente" -> new int[] {64, 18, 12, 6};
            default -> new int[] {84, 9, 3, 4};
        };
        return chance.weighted(List.of(BillingCycle.values()), cycle -> weights[cycle.ordinal()]);
    }

    /** For a whole cycle, in whole units of money; longer cycles are cheaper. */
    long priceFor(BillingCycle cycle) {
        long percent = switch (cycle) {
            case MONTHLY -> 100;
            case QUARTERLY -> 97;
            case SEMIANNUAL -> 94;
            case ANNUAL -> 88;
        };
        return rounded(monthlyCents * cycle.months() * percent / 100);
    }

    /** To whole units of money. */
    static long rounded(long cents) {
        return (cents + 50) / 100 * 100;
    }
}
