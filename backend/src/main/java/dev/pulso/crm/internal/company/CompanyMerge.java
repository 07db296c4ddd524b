package dev.pulso.crm.internal.company;

import dev.pulso.store.merge.Mergeable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Two companies that are one. */
@ApplicationScoped
class CompanyMerge implements Mergeable {
    /** A company has one main contact: that of the one that is kept. */
    private static final String ONE_MAIN_CONTACT = """
        update contacts set is_primary = false, version = version + 1, updated_at = app_now()
        where company_id = $2 and is_primary
          and exists (select from contacts k where k.company_id = $1 and k.is_primary)\
        """;

    @Override
    public String kind() {
        return "company";
    }

    @Override
    public String table() {
        return "companies";
    }

    @Override
    public String permission() {
        return "crm.companies:write";
    }

    @Override
    public Set<String> columns() {
        return Set.of("name", "tax_id", "domain", "industry", "size", "website", "phone");
    }

    @Override
    public Set<String> contacts() {
        return Set.of("phone", "website");
    }

    @Override
    public List<String> before() {
        return List.of(ONE_MAIN_CONTACT);
    }
}
