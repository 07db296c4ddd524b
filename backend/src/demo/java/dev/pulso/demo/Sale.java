package dev.pulso.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A won deal.
 *
 * @param id of the deal
 * @param amountCents of a project its price, else what the contracts bring in a year
 * @param seller who won it
 */
public record Sale(
        int no,
        UUID id,
        Kind kind,
        Party party,
        UUID customerId,
        UUID seller,
        String title,
        long amountCents,
        OffsetDateTime wonAt) {

    /** A project is paid once; everything else is recurring. */
    public enum Kind {
        NEW_CUSTOMER,
        CROSS_SELL,
        UPGRADE,
        PROJECT
    }

    public LocalDate wonOn() {
        return wonAt.toLocalDate();
    }
}
