package dev.pulso.crm.internal.contact;

import dev.pulso.store.merge.Mergeable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Two contacts that are one. */
@ApplicationScoped
class ContactMerge implements Mergeable {
    @Override
    public String kind() {
        return "contact";
    }

    @Override
    public String table() {
        return "contacts";
    }

    @Override
    public String permission() {
        return "crm.contacts:write";
    }

    @Override
    public Set<String> columns() {
        return Set.of("name", "email", "phone", "position", "company_id");
    }

    @Override
    public Set<String> contacts() {
        return Set.of("email", "phone");
    }
}
