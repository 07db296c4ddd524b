package dev.pulso.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The year of the demo company that ends today. The same day, zone and sellers make the same year, id by id.
 *
 * <p>Customers from before the year were brought along when the company began to use Pulso on {@link #firstDay}: they have no
 * deals and no earlier invoices.
 */
public final class DemoYear {
    /** How many parties there are; the first ones are the customers. */
    private static final int PARTIES = 1_560;

    /**
     * Somebody who sells.
     *
     * @param share how many of a hundred deals are theirs
     */
    public record Seller(UUID id, String name, int share) {}

    private final LocalDate today;
    private final ZoneId zone;
    private final List<Seller> sellers;
    private final List<Party> parties;
    private final Season working;
    private final Season everyDay;
    private final List<Buyer> buyers;
    private final List<Agreement> agreements;
    private final List<Sale> sales;

    private DemoYear(LocalDate today, ZoneId zone, List<Seller> sellers) {
        this.today = today;
        this.zone = zone;
        this.sellers = List.copyOf(sellers);
        parties = Cast.of(PARTIES);
        working = new Season(firstDay(), yesterday(), 4);
        everyDay = new Season(firstDay(), yesterday(), 40);
        Plot plot = new Plot(this, parties);
        buyers = plot.buyers();
        agreements = plot.agreements();
        sales = plot.sales();
    }

    /** @param today in the tenant's zone */
    public static DemoYear of(LocalDate today, ZoneId zone, List<Seller> sellers) {
        return new DemoYear(today, zone, sellers);
    }

    public LocalDate today() {
        return today;
    }

    /** The last day on which people have acted. */
    public LocalDate yesterday() {
        return today.minusDays(1);
    }

    /** The first of a month, so that the twelve months before this one are whole. */
    public LocalDate firstDay() {
        return today.minusMonths(12).withDayOfMonth(1);
    }

    public List<Seller> sellers() {
        return sellers;
    }

    /** The customers. */
    public List<Buyer> buyers() {
        return buyers;
    }

    /** Everybody else who has shown interest, in the order in which they may be used up. */
    public List<Party> prospects() {
        return parties.subList(buyers.size(), parties.size());
    }

    /** The contracts. */
    public List<Agreement> agreements() {
        return agreements;
    }

    /** The won deals. */
    public List<Sale> sales() {
        return sales;
    }

    /** Chance of its own for a topic, such as {@code support.tickets}. */
    public Chance chance(String topic) {
        return new Chance(topic);
    }

    /** A day on which people work, until yesterday, as often as the season says. */
    public LocalDate workingDay(Chance chance, @Nullable LocalDate notBefore) {
        return working.day(chance, notBefore);
    }

    /** As {@link #workingDay}, for what customers do at weekends too. */
    public LocalDate anyDay(Chance chance, @Nullable LocalDate notBefore) {
        return everyDay.day(chance, notBefore);
    }

    /** Some time during office hours. */
    public OffsetDateTime at(LocalDate day, Chance chance) {
        return day.atTime(chance.between(8, 18), chance.between(0, 59), chance.between(0, 59))
                .atZone(zone)
                .toOffsetDateTime();
    }

    /** That many seconds after midnight, when the jobs run. */
    public OffsetDateTime midnight(LocalDate day, int seconds) {
        return day.atStartOfDay(zone).plusSeconds(seconds).toOffsetDateTime();
    }

    public UUID seller(Chance chance) {
        return chance.weighted(sellers, Seller::share).id();
    }

    /**
     * The id of a record, a UUIDv7 of the time it was made.
     *
     * @param kind of record; with the number it must be unique
     */
    public UUID id(String kind, int no, OffsetDateTime createdAt) {
        long chance = Chance.mixed(((long) kind.hashCode() << 32) | no);
        long millis = createdAt.toInstant().toEpochMilli();
        return new UUID(
                millis << 16 | 0x7000L | chance >>> 52,
                Chance.mixed(chance) & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}
