package dev.pulso.imports.internal.run;

import dev.pulso.api.model.Import;
import dev.pulso.api.model.ImportColumn;
import dev.pulso.api.model.ImportEntity;
import dev.pulso.api.model.ImportField;
import dev.pulso.api.model.ImportPage;
import dev.pulso.api.model.ImportPreview;
import dev.pulso.api.model.ImportRowError;
import dev.pulso.kernel.csv.CsvColumn;
import dev.pulso.store.data.Page;
import dev.pulso.store.imports.RowError;
import java.util.LinkedHashMap;

/** Imports at the edge of the API. */
final class ImportMapper {
    private ImportMapper() {}

    static Import toApi(ImportData data) {
        return new Import()
                .id(data.id())
                .kind(ImportEntity.fromString(data.entity()))
                .entity(ImportEntity.fromString(data.entity()))
                .fileName(data.fileName())
                .status(Import.StatusEnum.fromString(data.status()))
                .rowCount(data.rows())
                .rows(data.rows())
                .totalRowCount(data.totalRows())
                .totalRows(data.totalRows())
                .createdCount(data.created())
                .created(data.created())
                .updatedCount(data.updated())
                .updated(data.updated())
                .skippedCount(data.skipped())
                .skipped(data.skipped())
                .failedCount(data.failed())
                .failed(data.failed())
                .errors(data.errors().stream().map(ImportMapper::toApi).toList())
                .error(data.error())
                .result(data.result())
                .startedAt(data.startedAt())
                .finishedAt(data.finishedAt())
                .createdAt(data.createdAt())
                .updatedAt(data.updatedAt());
    }

    static ImportPage toApi(Page<ImportData> page) {
        return new ImportPage()
                .data(page.data().stream().map(ImportMapper::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    static dev.pulso.api.model.ImportCheck toApi(ImportCheck.Outcome outcome) {
        return new dev.pulso.api.model.ImportCheck()
                .rowCount(outcome.rows())
                .rows(outcome.rows())
                .triedCount(outcome.tried())
                .tried(outcome.tried())
                .createdCount(outcome.created())
                .created(outcome.created())
                .updatedCount(outcome.updated())
                .updated(outcome.updated())
                .failedCount(outcome.refused())
                .failed(outcome.refused())
                .errors(outcome.errors().stream().map(ImportMapper::toApi).toList());
    }

    static ImportPreview toApi(Preview preview) {
        return new ImportPreview()
                .separator(String.valueOf(preview.shape().format().separator()))
                .encoding(preview.shape().format().charset().name())
                .columns(preview.columns().stream().map(ImportMapper::toApi).toList())
                .fields(preview.fields().stream().map(ImportMapper::toApi).toList())
                .mapping(new LinkedHashMap<>(preview.mapping()));
    }

    private static ImportRowError toApi(RowError error) {
        return new ImportRowError()
                .row(error.line())
                .field(error.field())
                .code(error.code())
                .message(error.message());
    }

    private static ImportColumn toApi(Preview.Column column) {
        return new ImportColumn()
                .name(column.column().name())
                .type(type(column.column().type()))
                .samples(column.column().samples())
                .distinctValues(column.distinct());
    }

    private static ImportColumn.TypeEnum type(CsvColumn.Type type) {
        return switch (type) {
            case EMPTY -> ImportColumn.TypeEnum.EMPTY;
            case DATE -> ImportColumn.TypeEnum.DATE;
            case INTEGER, AMOUNT -> ImportColumn.TypeEnum.NUMBER;
            case EMAIL, TAX_ID, PHONE, TEXT -> ImportColumn.TypeEnum.TEXT;
        };
    }

    private static ImportField toApi(dev.pulso.store.imports.ImportField field) {
        return new ImportField()
                .name(field.name())
                .required(field.required())
                .type(ImportField.TypeEnum.fromString(field.type().name()))
                .choices(field.choices().stream()
                        .map(dev.pulso.store.imports.ImportField.Choice::value)
                        .toList());
    }
}
