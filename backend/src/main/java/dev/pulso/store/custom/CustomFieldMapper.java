package dev.pulso.store.custom;

import dev.pulso.api.model.CustomField;
import dev.pulso.api.model.CustomFieldCreate;
import dev.pulso.api.model.CustomFieldKind;
import dev.pulso.api.model.CustomFieldPatch;
import dev.pulso.api.model.CustomOptionInput;
import dev.pulso.edge.web.PatchBody;
import dev.pulso.kernel.Records;
import dev.pulso.store.custom.NewCustomField.OptionInput;
import dev.pulso.store.data.CustomFieldType;
import dev.pulso.store.data.CustomOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Custom fields at the edge of the API. */
final class CustomFieldMapper {
    static final CustomFieldMapper CUSTOM_FIELDS = new CustomFieldMapper();

    private CustomFieldMapper() {}

    CustomField toApi(CustomFieldData field) {
        return new CustomField()
                .id(field.id())
                .kind(Records.constant(CustomFieldKind.class, field.kind()))
                .key(field.key())
                .label(field.label())
                .type(Records.constant(
                        dev.pulso.api.model.CustomFieldType.class, field.type().name()))
                .decimals(field.decimals())
                .required(field.required())
                .position(field.position())
                .options(field.options().stream().map(CustomFieldMapper::toApi).toList())
                .pipelineIds(field.pipelineIds())
                .usedCount(field.usedCount())
                .version(field.version())
                .createdAt(field.createdAt())
                .updatedAt(field.updatedAt());
    }

    private static dev.pulso.api.model.CustomOption toApi(CustomOption option) {
        return new dev.pulso.api.model.CustomOption()
                .id(option.id())
                .label(option.label())
                .archived(option.archived());
    }

    NewCustomField toNew(CustomFieldCreate body) {
        return new NewCustomField(
                body.getKind().name().toLowerCase(Locale.ROOT),
                body.getKey(),
                body.getLabel(),
                Records.constant(CustomFieldType.class, body.getType().name()),
                body.getDecimals() == null ? 0 : body.getDecimals(),
                Boolean.TRUE.equals(body.getRequired()),
                body.getPosition(),
                options(body.getOptions()),
                pipelines(body.getPipelineIds()));
    }

    CustomFieldChanges toChanges(PatchBody patch, CustomFieldPatch body) {
        return new CustomFieldChanges(
                patch.change("label", body.getLabel()),
                patch.change("required", body.getRequired()),
                patch.change("position", body.getPosition()),
                patch.change("options", options(body.getOptions())),
                patch.change("pipeline_ids", pipelines(body.getPipelineIds())));
    }

    private static List<OptionInput> options(@Nullable List<CustomOptionInput> options) {
        return options == null
                ? List.of()
                : options.stream()
                        .map(option -> new OptionInput(
                                option.getId(), option.getLabel(), Boolean.TRUE.equals(option.getArchived())))
                        .toList();
    }

    private static List<UUID> pipelines(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids.stream().distinct().toList();
    }
}
