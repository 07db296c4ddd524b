package dev.pulso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pulso.edge.security.ExpiredTokens;
import dev.pulso.edge.security.Permissions;
import dev.pulso.edge.security.Roles;
import dev.pulso.testing.ContractOperation;
import dev.pulso.testing.SampleRecords;
import dev.pulso.testing.TestTenant;
import dev.pulso.testing.TestTenant.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who gets what, for every operation of the contract, taken from the contract itself, so that a new operation cannot be forgotten:
 * no token, a role without the permission, a key, another tenant's ids.
 */
@QuarkusTest
class EveryRightTest {
    @Inject
    ExpiredTokens expiredTokens;

    /**
     * Who may what: admin, manager, agent, finance, technician, viewer. By hand and word for word, so that a change of the contract's
     * own table is a change here too.
     */
    private static final List<Role> ROLES =
            List.of(Role.admin, Role.manager, Role.agent, Role.finance, Role.technician, Role.viewer);

    private static final String RIGHTS = """
            crm.leads:read                 a m a f - v
            crm.leads:write                a m a - - -
            crm.companies:read             a m a f t v
            crm.companies:write            a m a - - -
            crm.contacts:read              a m a f t v
            crm.contacts:write             a m a - - -
            crm.pipelines:read             a m a f - v
            crm.pipelines:write            a m a - - -
            crm.deals:read                 a m a f - v
            crm.deals:write                a m a - - -
            crm.products:read              a m a f - v
            crm.products:write             a m - - - -
            crm.goals:read                 a m a f - v
            crm.goals:write                a m - - - -
            crm.activities:read            a m a f - v
            crm.activities:write           a m a f - -
            files.files:read               a m a f t v
            files.files:write              a m a f t -
            lists.exports:write            a m - f - -
            customers.customers:read                 a m a f t v
            customers.customers:write                a m a f - -
            portfolio.contracts:read       a m a f t v
            portfolio.contracts:write      a m - f - -
            portfolio.contracts:approve    a m a f - -
            billing.invoices:read          a m a f - v
            billing.invoices:write         a m - f - -
            billing.payments:read          a m - f - v
            billing.payments:write         a m - f - -
            imports.imports:read                   a m - f - v
            imports.imports:write                  a m - f - -
            company.settings:read                    a m a f t v
            company.settings:write                   a - - - - -
            people.users:read                     a m a f t v
            people.users:write                    a - - - - -
            access.roles:read                     a m - - - v
            access.roles:write                    a - - - - -
            access.api_keys:read                  a m - - - -
            access.api_keys:write                 a - - - - -
            jobs.runs:read                      a m - f - v
            jobs.runs:run                       a m - f - -
            work.dead_letters:read         a - - - - -
            work.dead_letters:write        a - - - - -
            audit.entries:read                     a m - - - -
            privacy.erasures:write         a - - - - -
            reports.dashboard:read         a m a f - v
            """;

    private static boolean mayByRole(Role role, String permission) {
        String row = RIGHTS.lines()
                .filter(line -> line.startsWith(permission + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the table does not know " + permission));
        return !row.split(" +")[1 + ROLES.indexOf(role)].equals("-");
    }

    @Test
    void the_table_is_the_contracts() {
        assertThat(RIGHTS.lines().map(line -> line.split(" ")[0])).containsExactlyInAnyOrderElementsOf(Permissions.ALL);
        for (Role role : Role.values()) {
            assertThat(Permissions.ALL.stream().filter(permission -> mayByRole(role, permission)))
                    .as(role.name())
                    .containsExactlyInAnyOrderElementsOf(Roles.permissions(role.name()));
        }
    }

    @TestFactory
    Stream<DynamicTest> without_a_token_every_protected_operation_answers_401() {
        return ContractOperation.all().stream()
                .filter(operation -> !operation.isPublic())
                .map(operation -> dynamicTest(
                        operation.id(),
                        () -> assertThat(operation
                                        .send(operation.plain(), UUID.randomUUID())
                                        .statusCode())
                                .isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> a_forged_token_is_no_token() {
        return ContractOperation.all().stream()
                .filter(operation -> !operation.isPublic())
                .map(operation -> dynamicTest(
                        operation.id(),
                        () -> assertThat(operation
                                        .send(operation.with("eyJhbGciOiJub25lIn0.e30."), UUID.randomUUID())
                                        .statusCode())
                                .isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicTest> an_expired_token_is_no_token() {
        String expired = expiredTokens.of(TestTenant.register().token(Role.admin));
        return ContractOperation.all().stream()
                .filter(operation -> !operation.isPublic())
                .map(operation -> dynamicTest(operation.id(), () -> {
                    Response answer = operation.send(operation.with(expired), UUID.randomUUID());
                    assertThat(answer.statusCode()).isEqualTo(401);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_role_reaches_an_operation_only_with_its_permission() {
        TestTenant tenant = TestTenant.register();
        return ContractOperation.all().stream()
                .filter(operation ->
                        !operation.isPublic() && !operation.permissions().contains("authenticated"))
                .flatMap(operation -> Stream.of(Role.values())
                        .map(role -> dynamicTest(operation.id() + " as " + role, () -> {
                            Response answer = operation.send(operation.with(tenant.token(role)), UUID.randomUUID());
                            // What a file holds is asked for as well: the sample has deals.
                            Stream<String> needed = Set.of("createImport", "checkImport")
                                            .contains(operation.id())
                                    ? Stream.concat(operation.permissions().stream(), Stream.of("crm.deals:write"))
                                    : operation.permissions().stream();
                            if (needed.allMatch(permission -> mayByRole(role, permission))) {
                                assertThat(answer.statusCode())
                                        .isNotIn(401, 403)
                                        .isLessThan(500);
                            } else {
                                assertThat(answer.statusCode()).isEqualTo(403);
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> a_key_with_every_scope_gets_all_but_what_is_declared_for_people() {
        TestTenant tenant = TestTenant.register();
        List<String> scopes = Permissions.ALL.stream()
                .filter(permission -> !permission.startsWith("access.api_keys:"))
                .toList();
        String key = tenant.post("/api/tenant/api-keys", Map.of("name", "ERP", "scopes", scopes))
                .statusCode(201)
                .extract()
                .path("secret");
        assertThat(ContractOperation.all().stream()
                        .filter(ContractOperation::forPeople)
                        .count())
                .isBetween(15L, 60L);
        return ContractOperation.all().stream()
                .filter(operation -> !operation.isPublic())
                .map(operation -> dynamicTest(operation.id(), () -> {
                    Response answer = operation.send(operation.with(key), UUID.randomUUID());
                    assertThat(answer.statusCode()).isNotEqualTo(401).isLessThan(500);
                    assertThat(answer.statusCode() == 403
                                    && answer.path("type").toString().endsWith("/people_only"))
                            .isEqualTo(operation.forPeople());
                    // No right is missing, so nothing else is a reason to refuse.
                    assertThat(answer.statusCode() == 403).isEqualTo(operation.forPeople());
                    // Clients look at what an operation says of its credentials.
                    assertThat(operation
                                            .definition()
                                            .path("security")
                                            .toString()
                                            .contains("bearer")
                                    && !operation
                                            .definition()
                                            .path("security")
                                            .toString()
                                            .contains("api_key"))
                            .isEqualTo(operation.forPeople());
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_id_of_another_tenant_answers_exactly_as_one_that_does_not_exist() {
        TestTenant ours = TestTenant.register();
        SampleRecords theirs = SampleRecords.in(TestTenant.register());
        return ContractOperation.all().stream()
                .filter(operation -> operation.path().contains("{id}"))
                .map(operation -> dynamicTest(operation.id(), () -> {
                    UUID foreign = theirs.idFor(operation.path());
                    Response answer = operation.send(operation.as(ours), foreign);
                    Response unknown = operation.send(operation.as(ours), UUID.randomUUID());
                    assertThat(answer.statusCode()).isEqualTo(404);
                    assertThat(withoutTrace(answer)).isEqualTo(withoutTrace(unknown));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_list_never_shows_records_of_another_tenant() {
        TestTenant ours = TestTenant.register();
        SampleRecords theirs = SampleRecords.in(TestTenant.register());
        return ContractOperation.all().stream()
                .filter(operation -> operation.method() == Method.GET
                        && !operation.isPublic()
                        && !operation.streams()
                        && !operation.path().contains("{"))
                .map(operation -> dynamicTest(operation.id(), () -> {
                    String body = operation
                            .send(operation.as(ours), UUID.randomUUID())
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString();
                    theirs.ids().forEach(id -> assertThat(body).doesNotContain(id.toString()));
                    assertThat(body).doesNotContain(theirs.tenant().id().toString());
                }));
    }

    private static Map<String, Object> withoutTrace(Response answer) {
        Map<String, Object> problem = answer.jsonPath().getMap("");
        problem.remove("trace_id");
        return problem;
    }
}
