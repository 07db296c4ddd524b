package dev.pulso.store.custom;

import static dev.pulso.store.custom.CustomFieldMapper.CUSTOM_FIELDS;

import dev.pulso.api.CustomFieldsApi;
import dev.pulso.api.model.CustomField;
import dev.pulso.api.model.CustomFieldCreate;
import dev.pulso.api.model.CustomFieldPage;
import dev.pulso.api.model.CustomFieldPatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Custom fields over HTTP: translates, nothing else. */
@AtMostOnce
class CustomFieldResource implements CustomFieldsApi {
    private final CustomFieldService fields;
    private final CallerContext context;
    private final PatchBody patch;

    CustomFieldResource(CustomFieldService fields, CallerContext context, PatchBody patch) {
        this.fields = fields;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<CustomFieldPage> listCustomFields() {
        return fields.list(context.caller())
                .map(all -> new CustomFieldPage()
                        .data(all.stream().map(CUSTOM_FIELDS::toApi).toList())
                        .nextCursor(null));
    }

    @Override
    public Uni<CustomField> createCustomField(CustomFieldCreate body) {
        return fields.create(context.caller(), CUSTOM_FIELDS.toNew(body)).map(CUSTOM_FIELDS::toApi);
    }

    @Override
    public Uni<CustomField> getCustomField(UUID id) {
        return fields.get(context.caller(), id).map(CUSTOM_FIELDS::toApi);
    }

    @Override
    public Uni<CustomField> updateCustomField(UUID id, CustomFieldPatch body) {
        return fields.edit(context.caller(), id, context.requiredVersion(), CUSTOM_FIELDS.toChanges(patch, body))
                .map(CUSTOM_FIELDS::toApi);
    }

    @Override
    public Uni<Void> deleteCustomField(UUID id, String values) {
        return fields.delete(context.caller(), id, context.expectedVersion(), values != null);
    }
}
