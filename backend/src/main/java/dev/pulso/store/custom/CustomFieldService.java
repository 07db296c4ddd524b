package dev.pulso.store.custom;

import dev.pulso.edge.web.Operations;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.custom.NewCustomField.OptionInput;
import dev.pulso.store.data.CustomField;
import dev.pulso.store.data.CustomFieldType;
import dev.pulso.store.data.CustomOption;
import dev.pulso.store.data.Rows;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Setting up the fields that a company adds to its records. */
@ApplicationScoped
class CustomFieldService {
    private static final int MOST_FIELDS = 50;
    private static final int MOST_OPTIONS = 200;
    /** As far as values are counted. */
    private static final int MOST_COUNTED = 10_000;

    private static final Rows<CustomFieldData> ROWS = told("null::bigint");
    private static final Rows<CustomFieldData> DETAIL = told(
            "(select count(*) from (select from custom_values v where v.field_id = f.id and v.place = 1 limit %d) used)"
                    .formatted(MOST_COUNTED));

    /** Of two who add a field at once the second counts that of the first. */
    private static final String ONE_BY_ONE =
            "select pg_advisory_xact_lock(hashtextextended('custom_fields:' || current_setting('app.tenant_id'), 0))";

    private static final String OTHERS = """
        select count(*)::int as fields, coalesce(max(position) + 1, 0) as next,
            (select id from custom_fields where kind = $1 and key = $2) as taken
        from custom_fields where kind = $1\
        """;

    private static final String INSERT = """
        insert into custom_fields (tenant_id, id, kind, key, label, type, decimals, required, position, options, pipeline_ids,
                                   created_at, updated_at)
        values (current_setting('app.tenant_id')::uuid, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, app_now(), app_now())\
        """;

    private static final String UPDATE = """
        update custom_fields set label = $2, required = $3, position = $4, options = $5, pipeline_ids = $6, version = version + 1,
            updated_at = app_now() where id = $1\
        """;

    private static final String USED_OPTIONS = """
        select o.id from unnest($2::uuid[]) o (id)
        where exists (select from custom_values v where v.field_id = $1 and v.v_option = o.id)\
        """;

    private static final String LOCK = "select id from custom_fields where id = $1 for update";

    private static final String LEAVE =
            "update custom_fields set leaving_at = app_now(), updated_at = app_now(), version = version + 1 where id = $1";

    private final Tenancy tenancy;
    private final Outbox outbox;
    /** Of who adds fields. */
    private final List<String> rights;

    private final Map<String, CustomKind> kinds = new HashMap<>();

    CustomFieldService(Tenancy tenancy, Outbox outbox, Operations operations, @All List<CustomKind> kinds) {
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.rights = operations.permissions("createCustomField");
        kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
    }

    private static Rows<CustomFieldData> told(String counted) {
        return Rows.of(CustomFieldData.class, "f")
                .from("usedCount", counted)
                .from("options", "f.options")
                .with("options", row -> CustomOption.read(row.getString("options")))
                .from("pipelineIds", "f.pipeline_ids")
                .with("pipelineIds", row -> List.of(row.getArrayOfUUIDs("pipeline_ids")));
    }

    /** The kinds of records that the caller is told of. */
    private String[] readable(Caller caller) {
        boolean setsUp = rights.stream().allMatch(caller::may);
        return kinds.values().stream()
                .filter(kind -> setsUp || caller.may(kind.permission()))
                .map(CustomKind::kind)
                .toArray(String[]::new);
    }

    Uni<List<CustomFieldData>> list(Caller caller) {
        return tenancy.query(
                        caller,
                        "select " + ROWS.columns() + " from custom_fields f where f.kind = any($1) and f."
                                + CustomField.PRESENT + " order by f.kind, f.position, f.id",
                        Tuple.of(readable(caller)))
                .map(ROWS::all);
    }

    /** The field, or 404. */
    Uni<CustomFieldData> get(Caller caller, UUID id) {
        return find(caller, id);
    }

    /** The field as it is when everybody before has finished: who counts in the statement that waits counts what was there before. */
    private Uni<CustomFieldData> locked(Caller caller, UUID id) {
        return tenancy.query(caller, LOCK, Tuple.of(id)).chain(() -> find(caller, id));
    }

    private Uni<CustomFieldData> find(Caller caller, UUID id) {
        return tenancy.query(
                        caller,
                        "select " + DETAIL.columns()
                                + " from custom_fields f where f.id = $1 and f.kind = any($2) and f."
                                + CustomField.PRESENT,
                        Tuple.of(id, readable(caller)))
                .map(DETAIL::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    Uni<CustomFieldData> create(Caller caller, NewCustomField given) {
        String label = Checks.text("label", given.label());
        requireTogether(given);
        UUID id = Ids.next();
        List<CustomOption> options = options(List.of(), given.options(), Set.of());
        return tenancy.write(
                caller,
                session -> requirePipelines(caller, given.kind(), given.pipelineIds())
                        .chain(() -> tenancy.query(caller, ONE_BY_ONE, Tuple.tuple()))
                        .chain(() -> tenancy.query(caller, OTHERS, Tuple.of(given.kind(), given.key())))
                        .chain(rows -> {
                            var others = rows.iterator().next();
                            UUID taken = others.getUUID("taken");
                            if (taken != null) {
                                throw Problem.duplicate("key", taken);
                            }
                            if (others.getInteger("fields") >= MOST_FIELDS) {
                                throw Problem.invalid("kind", "may have " + MOST_FIELDS + " custom fields", "too_many");
                            }
                            Integer position = given.position();
                            return tenancy.query(
                                    caller,
                                    INSERT,
                                    Tuple.tuple()
                                            .addUUID(id)
                                            .addString(given.kind())
                                            .addString(given.key())
                                            .addString(label)
                                            .addString(given.type().name())
                                            .addInteger(given.decimals())
                                            .addBoolean(given.required())
                                            .addInteger(position == null ? others.getInteger("next") : position)
                                            .addString(CustomOption.write(options))
                                            .addArrayOfUUID(given.pipelineIds().toArray(UUID[]::new)));
                        })
                        .chain(() -> get(caller, id))
                        .call(made -> outbox.publish(
                                caller,
                                CustomFieldCreated.TYPE,
                                made.id(),
                                new CustomFieldCreated(
                                        made.id(),
                                        made.kind(),
                                        made.key(),
                                        made.type().name()))));
    }

    Uni<CustomFieldData> edit(Caller caller, UUID id, ExpectedVersion expected, CustomFieldChanges changes) {
        return tenancy.write(
                caller,
                session -> locked(caller, id)
                        .invoke(field -> expected.check(field.version()))
                        .call(field -> requirePipelines(
                                caller,
                                field.kind(),
                                changes.pipelineIds().given()
                                        ? Checks.present(
                                                "pipeline_ids",
                                                changes.pipelineIds().value())
                                        : List.of()))
                        .chain(field -> changes.options().given()
                                ? replaced(
                                                caller,
                                                field,
                                                Checks.present(
                                                        "options",
                                                        changes.options().value()))
                                        .chain(options -> update(caller, field, changes, options))
                                : update(caller, field, changes, field.options()))
                        .chain(() -> get(caller, id))
                        .call(field -> outbox.publish(
                                caller,
                                CustomFieldChanged.TYPE,
                                field.id(),
                                new CustomFieldChanged(
                                        field.id(),
                                        field.kind(),
                                        field.key(),
                                        field.type().name()))));
    }

    private Uni<Void> update(
            Caller caller, CustomFieldData field, CustomFieldChanges changes, List<CustomOption> options) {
        String label =
                changes.label().given() ? Checks.text("label", changes.label().value()) : field.label();
        boolean required = changes.required().given()
                ? Checks.present("required", changes.required().value())
                : field.required();
        int position = changes.position().given()
                ? Checks.present("position", changes.position().value())
                : field.position();
        List<UUID> pipelines = changes.pipelineIds().given()
                ? Checks.present("pipeline_ids", changes.pipelineIds().value())
                : field.pipelineIds();
        return tenancy.query(
                        caller,
                        UPDATE,
                        Tuple.tuple()
                                .addUUID(field.id())
                                .addString(label)
                                .addBoolean(required)
                                .addInteger(position)
                                .addString(CustomOption.write(options))
                                .addArrayOfUUID(pipelines.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /**
     * Deletes the field: at once where no record has a value, else it is left by its values first.
     *
     * @param withValues whether the values that records have may go
     */
    Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected, boolean withValues) {
        return tenancy.write(
                caller,
                session -> locked(caller, id)
                        .invoke(field -> expected.check(field.version()))
                        .chain(field -> {
                            long used = field.usedCount() == null ? 0 : field.usedCount();
                            if (used > 0 && !withValues) {
                                throw Problem.conflict(ProblemType.FIELD_IN_USE, "Records have a value in this field.")
                                        .with("used_count", used);
                            }
                            return tenancy.query(
                                            caller,
                                            used > 0 ? LEAVE : "delete from custom_fields where id = $1",
                                            Tuple.of(id))
                                    .chain(() -> outbox.publish(
                                            caller,
                                            CustomFieldDeleted.TYPE,
                                            field.id(),
                                            new CustomFieldDeleted(
                                                    field.id(),
                                                    field.kind(),
                                                    field.key(),
                                                    field.type().name())));
                        }));
    }

    /** All options as they are to be: those that are left out and that a record has are not offered any more. */
    private Uni<List<CustomOption>> replaced(Caller caller, CustomFieldData field, List<OptionInput> given) {
        requireOptions(field.type(), given);
        Set<UUID> left = new LinkedHashSet<>();
        field.options().forEach(option -> left.add(option.id()));
        given.forEach(option -> left.remove(option.id()));
        if (left.isEmpty()) {
            return Uni.createFrom().item(options(field.options(), given, Set.of()));
        }
        return tenancy.query(caller, USED_OPTIONS, Tuple.of(field.id(), left.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> used = new HashSet<>();
                    rows.forEach(row -> used.add(row.getUUID("id")));
                    return options(field.options(), given, used);
                });
    }

    /** @param kept of the present ones that are left out those that stay, archived */
    private static List<CustomOption> options(List<CustomOption> present, List<OptionInput> given, Set<UUID> kept) {
        Set<UUID> known = new HashSet<>();
        present.forEach(option -> known.add(option.id()));
        Set<String> labels = new HashSet<>();
        Set<UUID> named = new HashSet<>();
        List<CustomOption> options = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            OptionInput option = given.get(i);
            String at = "options[" + i + "].";
            if (option.id() != null && !known.contains(option.id())) {
                throw Problem.invalid(at + "id", "is no option of the field", "not_found");
            }
            String label = Checks.text(at + "label", option.label());
            boolean twice = option.id() != null && !named.add(option.id());
            if (twice || !labels.add(spelling(label))) {
                String field = at + (twice ? "id" : "label");
                throw Problem.invalid(field, "stands twice", "duplicate");
            }
            options.add(new CustomOption(option.id() == null ? Ids.next() : option.id(), label, option.archived()));
        }
        for (CustomOption option : present) {
            if (kept.contains(option.id())) {
                options.add(new CustomOption(option.id(), option.label(), true));
            }
        }
        if (options.size() > MOST_OPTIONS) {
            throw Problem.invalid("options", "may be " + MOST_OPTIONS + ", with those that records still have", "size");
        }
        return options;
    }

    private static String spelling(String label) {
        return java.text.Normalizer.normalize(label, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static void requireTogether(NewCustomField given) {
        if (given.key().endsWith("_from") || given.key().endsWith("_to")) {
            throw Problem.invalid("key", "must not end with _from or _to, which are the ends of ranges", "reserved");
        }
        if (given.decimals() > 0 && given.type() != CustomFieldType.number) {
            throw Problem.invalid("decimals", "is of a number", "check");
        }
        requireOptions(given.type(), given.options());
    }

    private static void requireOptions(CustomFieldType type, List<OptionInput> options) {
        if (type.chooses() && options.isEmpty()) {
            throw Problem.invalid("options", "must be one at least", "required");
        }
        if (!type.chooses() && !options.isEmpty()) {
            throw Problem.invalid("options", "are of select and multiselect", "check");
        }
    }

    private Uni<Void> requirePipelines(Caller caller, String kind, List<UUID> given) {
        if (given.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        @Nullable CustomKind of = kinds.get(kind);
        if (of == null || !of.hasPipelines()) {
            throw Problem.invalid("pipeline_ids", "are of deals", "check");
        }
        return of.pipelines(caller, Set.copyOf(given))
                .invoke(there -> {
                    for (int i = 0; i < given.size(); i++) {
                        if (!there.contains(given.get(i))) {
                            throw Problem.unknownReference("pipeline_ids[" + i + "]");
                        }
                    }
                })
                .replaceWithVoid();
    }
}
