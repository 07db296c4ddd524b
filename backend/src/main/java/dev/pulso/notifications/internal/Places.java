package dev.pulso.notifications.internal;

import dev.pulso.store.notification.NewNotification.Ref;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the app shows records: the addresses that mails lead to. */
final class Places {
    private static final Map<String, String> ADDRESSES = Map.of(
            "leads", "/leads/",
            "deals", "/pipeline/",
            "companies", "/companies/",
            "contacts", "/contacts/",
            "customers", "/customers/",
            "contracts", "/contracts/",
            "invoices", "/invoices/",
            "imports", "/imports/",
            "activities", "/activities?id=");

    private Places() {}

    static String of(@Nullable Ref record) {
        String address = record == null ? null : ADDRESSES.get(record.kind());
        return record == null || address == null ? "/" : address + record.id();
    }
}
