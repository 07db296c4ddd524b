package dev.pulso.portfolio.internal.servicetype;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.UniqueValues;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantSetup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kinds of recurring service: every tenant begins with the built-in ones and adds its own. They are never changed. */
@ApplicationScoped
public class ServiceTypeService implements TenantSetup {
    private static final String LIST = "select code, name, built_in from service_types order by built_in desc, id";
    private static final String KNOWN = "select code from service_types where code = any($1)";
    private static final String ADD = """
        insert into service_types (tenant_id, id, code, name, built_in)
        select $1, t.id, t.code, t.name, $5 from unnest($2::uuid[], $3::text[], $4::text[]) as t(id, code, name)\
        """;

    /** The service types every tenant has (product definition, "Recurring portfolio and contracts"). */
    private static final List<ServiceTypeData> BUILT_IN = List.of(
            builtIn("hospedagem_site", "Hospedagem de site"),
            builtIn("saas_imobsites", "SaaS ImobSites"),
            builtIn("saas_cfc", "SaaS CFC"),
            builtIn("manutencao_site", "Manutenção de site"),
            builtIn("gestao_trafego", "Gestão de tráfego"),
            builtIn("seo_mensal", "SEO mensal"),
            builtIn("outro_recorrente", "Outro recorrente"));

    private final Tenancy tenancy;
    private final UniqueValues unique;

    ServiceTypeService(Tenancy tenancy, UniqueValues unique) {
        this.tenancy = tenancy;
        this.unique = unique;
    }

    @Override
    public Uni<Void> setUp(Caller caller) {
        return add(caller, BUILT_IN);
    }

    public Uni<List<ServiceTypeData>> list(Caller caller) {
        return tenancy.query(caller, LIST, Tuple.tuple()).map(rows -> {
            List<ServiceTypeData> types = new ArrayList<>();
            for (Row row : rows) {
                types.add(
                        new ServiceTypeData(row.getString("code"), row.getString("name"), row.getBoolean("built_in")));
            }
            return types;
        });
    }

    /** Adds one of the tenant's own; 409 when its code is taken. */
    public Uni<ServiceTypeData> create(Caller caller, String code, String name) {
        ServiceTypeData type = new ServiceTypeData(code, Checks.text("name", name), false);
        return unique.requireFree(caller, "service_types", "code", code, null)
                .chain(() -> add(caller, List.of(type)))
                .replaceWith(type);
    }

    /** The codes of these that the tenant has. */
    public Uni<Set<String>> known(Caller caller, Set<String> codes) {
        return tenancy.query(caller, KNOWN, Tuple.of(codes.toArray(String[]::new)))
                .map(rows -> {
                    Set<String> known = new HashSet<>();
                    rows.forEach(row -> known.add(row.getString("code")));
                    return known;
                });
    }

    /** 400 for {@code field} when the code is not one of the tenant's; null passes. */
    public Uni<Void> require(Caller caller, @Nullable String code, String field) {
        return code == null ? Uni.createFrom().voidItem() : requireAll(caller, List.of(code), field);
    }

    /** 400 when a code is not one of the tenant's; {@code field} may hold {@code %d} for its place in the list. */
    public Uni<Void> requireAll(Caller caller, List<String> codes, String field) {
        return known(caller, Set.copyOf(codes))
                .invoke(known -> {
                    for (int i = 0; i < codes.size(); i++) {
                        if (!known.contains(codes.get(i))) {
                            throw Problem.invalid(
                                    field.formatted(i), "must be the code of a service type", "service_type");
                        }
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> add(Caller caller, List<ServiceTypeData> types) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(ADD)
                        .execute(Tuple.tuple()
                                .addUUID(caller.tenantId())
                                .addArrayOfUUID(
                                        types.stream().map(type -> Ids.next()).toArray(UUID[]::new))
                                .addArrayOfString(types.stream()
                                        .map(ServiceTypeData::code)
                                        .toArray(String[]::new))
                                .addArrayOfString(types.stream()
                                        .map(ServiceTypeData::name)
                                        .toArray(String[]::new))
                                .addBoolean(types.getFirst().builtIn()))
                        .replaceWithVoid());
    }

    private static ServiceTypeData builtIn(String code, String name) {
        return new ServiceTypeData(code, name, true);
    }
}
