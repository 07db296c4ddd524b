package dev.pulso.lists.internal.export;

import static dev.pulso.lists.internal.QuestionMapper.QUESTIONS;

import dev.pulso.api.model.Export;
import dev.pulso.api.model.ExportConventions;
import dev.pulso.api.model.ExportCreate;
import dev.pulso.api.model.ListKind;
import dev.pulso.kernel.Records;
import java.util.List;

/** Exports at the edge of the API. */
final class ExportMapper {
    static final ExportMapper EXPORTS = new ExportMapper();

    private ExportMapper() {}

    NewExport toNew(ExportCreate body) {
        return new NewExport(
                QUESTIONS.asked(body.getQuestion()),
                body.getColumns() == null
                        ? List.of()
                        : body.getColumns().stream()
                                .map(column -> new ExportColumn(column.getName(), column.getLabel()))
                                .toList(),
                ExportFormat.valueOf(body.getFormat().value()),
                body.getConventions() == null
                        ? Conventions.STANDARD
                        : Conventions.of(body.getConventions().value()),
                body.getName());
    }

    Export toApi(ExportData export, boolean available) {
        return new Export()
                .id(export.id())
                .kind(Records.constant(ListKind.class, export.kind()))
                .question(QUESTIONS.toApi(export.question()))
                .columns(export.wanted().stream()
                        .map(column -> new dev.pulso.api.model.ExportColumn()
                                .name(column.name())
                                .label(column.label()))
                        .toList())
                .format(Records.constant(
                        dev.pulso.api.model.ExportFormat.class, export.format().name()))
                .conventions(ExportConventions.fromString(export.conventions()))
                .status(Records.constant(Export.StatusEnum.class, export.status()))
                .fileName(export.fileName())
                .available(available)
                .totalCount(export.totalCount())
                .rowCount(export.rowCount())
                .sizeBytes(export.sizeBytes())
                .code(export.code())
                .finishedAt(export.finishedAt())
                .expiresAt(export.expiresAt())
                .createdAt(export.createdAt())
                .updatedAt(export.updatedAt());
    }
}
