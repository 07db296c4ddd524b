package dev.pulso.billing.internal.run;

import dev.pulso.billing.ItemKind;
import dev.pulso.kernel.BillingPeriod;
import dev.pulso.kernel.Texts;
import java.time.format.DateTimeFormatter;

/** The one item of an invoice for a contract's period. */
public final class PeriodItem {
    private static final DateTimeFormatter BRAZILIAN = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int LONGEST_DESCRIPTION = 300;

    private PeriodItem() {}

    /** What is charged, and for which days. */
    public static String description(String contractTitle, BillingPeriod period) {
        String dates =
                " (" + period.start().format(BRAZILIAN) + " a " + period.end().format(BRAZILIAN) + ")";
        return Texts.shortened(contractTitle, LONGEST_DESCRIPTION - dates.length()) + dates;
    }

    public static ItemKind kind(String serviceType) {
        return serviceType.startsWith("saas_") ? ItemKind.plan : ItemKind.service;
    }
}
