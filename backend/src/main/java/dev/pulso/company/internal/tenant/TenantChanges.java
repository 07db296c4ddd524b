package dev.pulso.company.internal.tenant;

import dev.pulso.kernel.Change;
import java.util.List;

/** What an edit of the company changes. */
record TenantChanges(
        Change<String> name,
        Change<String> taxId,
        Change<String> locale,
        Change<String> timeZone,
        Change<Integer> invoiceDueDays,
        Change<String> pixKey,
        Change<String> pixMerchantName,
        Change<String> pixCity,
        Change<String> accentColor,
        Change<List<String>> allowedOrigins) {}
