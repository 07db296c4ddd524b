package dev.pulso.edge.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.edge.web.Operations;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RolesTest {
    @Inject
    Operations operations;

    @Test
    void the_contract_asks_only_for_permissions_that_exist() {
        Set<String> asked = new TreeSet<>();
        operations.names().forEach(operation -> asked.addAll(operations.permissions(operation)));
        asked.removeAll(Set.of(Operations.PUBLIC, Operations.AUTHENTICATED));
        assertThat(Permissions.ALL).containsAll(asked);
    }

    @Test
    void each_role_may_what_its_work_needs_and_no_more() {
        assertThat(Roles.permissions(Roles.ADMIN)).isEqualTo(Permissions.ALL);
        assertThat(Roles.permissions(Roles.MANAGER))
                .contains("crm.deals:write", "jobs.runs:run", "audit.entries:read")
                .doesNotContain("people.users:write", "company.settings:write");
        assertThat(Roles.permissions(Roles.AGENT))
                .contains(
                        "crm.deals:write",
                        "customers.customers:write",
                        "portfolio.contracts:read",
                        "billing.invoices:read")
                .doesNotContain(
                        "billing.invoices:write", "billing.payments:write", "jobs.runs:run", "audit.entries:read");
        assertThat(Roles.permissions(Roles.FINANCE))
                .contains(
                        "billing.payments:write",
                        "portfolio.contracts:write",
                        "imports.imports:write",
                        "crm.deals:read")
                .doesNotContain("crm.deals:write", "people.users:write");
        // What colleagues did, and from where, is not for everybody; nor are the keys of programs.
        assertThat(Roles.permissions(Roles.VIEWER))
                .allMatch(permission -> permission.endsWith(":read"))
                .doesNotContain("audit.entries:read", "access.api_keys:read");
        assertThat(Roles.permissions("unheard-of")).isEmpty();
    }
}
