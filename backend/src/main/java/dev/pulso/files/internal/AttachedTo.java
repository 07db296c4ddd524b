package dev.pulso.files.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records that a file is kept with: an id for each kind, in a column of its own, with a foreign key. */
record AttachedTo(
        @Nullable UUID leadId,
        @Nullable UUID dealId,
        @Nullable UUID companyId,
        @Nullable UUID contactId,
        @Nullable UUID customerId,
        @Nullable UUID contractId,
        @Nullable UUID invoiceId,
        @Nullable UUID activityId) {

    /** A kind of record that files are kept with. Its permission and whether there is one, say those who know its names. */
    enum Kind {
        LEAD("lead_id", "leads"),
        DEAL("deal_id", "deals"),
        COMPANY("company_id", "companies"),
        CONTACT("contact_id", "contacts"),
        CUSTOMER("customer_id", "customers"),
        CONTRACT("contract_id", "contracts"),
        INVOICE("invoice_id", "invoices"),
        ACTIVITY("activity_id", "activities");

        private final String field;
        private final String records;

        Kind(String field, String records) {
            this.field = field;
            this.records = records;
        }

        /** Of the API, and the column. */
        String field() {
            return field;
        }

        /** The kind as includes call it. */
        String records() {
            return records;
        }
    }

    /** Those that are named. */
    Map<Kind, UUID> named() {
        Map<Kind, UUID> named = new EnumMap<>(Kind.class);
        put(named, Kind.LEAD, leadId);
        put(named, Kind.DEAL, dealId);
        put(named, Kind.COMPANY, companyId);
        put(named, Kind.CONTACT, contactId);
        put(named, Kind.CUSTOMER, customerId);
        put(named, Kind.CONTRACT, contractId);
        put(named, Kind.INVOICE, invoiceId);
        put(named, Kind.ACTIVITY, activityId);
        return named;
    }

    /** In the order of the kinds, as a statement takes them. */
    List<@Nullable UUID> all() {
        Map<Kind, UUID> named = named();
        return Stream.of(Kind.values()).map(named::get).collect(Collectors.toList());
    }

    private static void put(Map<Kind, UUID> named, Kind kind, @Nullable UUID id) {
        if (id != null) {
            named.put(kind, id);
        }
    }
}
