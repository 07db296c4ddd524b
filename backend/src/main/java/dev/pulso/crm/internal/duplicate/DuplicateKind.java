package dev.pulso.crm.internal.duplicate;

import java.util.List;
import java.util.Locale;

/** Kinds of records of which two may be one. */
enum DuplicateKind {
    LEAD("crm.leads"),
    COMPANY("crm.companies"),
    CONTACT("crm.contacts"),
    CUSTOMER("customers.customers");

    private final String right;

    DuplicateKind(String right) {
        this.right = right;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String read() {
        return right + ":read";
    }

    String write() {
        return right + ":write";
    }

    /** Where somebody who is typed as one may be known already: a lead may be a contact, or a customer. */
    List<DuplicateKind> among() {
        return switch (this) {
            case LEAD -> List.of(LEAD, CONTACT, CUSTOMER);
            case CONTACT -> List.of(CONTACT, LEAD, CUSTOMER);
            case COMPANY -> List.of(COMPANY, CUSTOMER);
            case CUSTOMER -> List.of(CUSTOMER, COMPANY, CONTACT);
        };
    }

    static DuplicateKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
