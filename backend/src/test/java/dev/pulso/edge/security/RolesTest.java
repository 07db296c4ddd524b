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
        operations.names().forEach(operation -> asked.add(operations.permission(operation)));
        asked.removeAll(Set.of(Operations.PUBLIC, Operations.AUTHENTICATED));
        assertThat(Permissions.ALL).containsAll(asked);
    }

    @Test
    void each_role_may_what_its_work_needs_and_no_more() {
        assertThat(Roles.permissions(Roles.ADMIN)).isEqualTo(Permissions.ALL);
        assertThat(Roles.permissions(Roles.MANAGER))
                .contains("crm.deals:write", "jobs:run", "audit:read")
                .doesNotContain("users:write", "tenant:write");
        assertThat(Roles.permissions(Roles.AGENT))
                .contains("crm.deals:write", "customers:write", "portfolio.contracts:read", "billing.invoices:read")
                .doesNotContain("billing.invoices:write", "billing.payments:write", "jobs:run", "audit:read");
        assertThat(Roles.permissions(Roles.FINANCE))
                .contains("billing.payments:write", "portfolio.contracts:write", "imports:write", "crm.deals:read")
                .doesNotContain("crm.deals:write", "users:write");
        assertThat(Roles.permissions(Roles.VIEWER)).allMatch(permission -> permission.endsWith(":read"));
        assertThat(Roles.permissions("unheard-of")).isEmpty();
    }
}
