package dev.pulso.imports.internal.run;

import dev.pulso.imports.internal.mapping.MappingProposal;
import dev.pulso.kernel.Texts;
import dev.pulso.kernel.csv.CsvColumn;
import dev.pulso.kernel.csv.CsvReader;
import dev.pulso.kernel.csv.CsvRow;
import dev.pulso.kernel.csv.CsvShape;
import dev.pulso.store.imports.ImportField;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a file looks like, and how it could be mapped. */
record Preview(CsvShape shape, List<Column> columns, List<ImportField> fields, Map<String, String> mapping) {
    private static final int HEAD = 5_000;
    /** More different values than this are not for mapping one by one. */
    private static final int FEW = 30;

    /** @param distinct all values in the head of the file when they are few, else none */
    record Column(CsvColumn column, List<String> distinct) {}

    static Preview of(CsvShape shape, Path file, List<ImportField> fields) throws IOException {
        List<Set<String>> values = new ArrayList<>();
        shape.columns().forEach(column -> values.add(new LinkedHashSet<>()));
        try (CsvReader rows = CsvReader.open(file, shape.format(), Uploads.LIMITS)) {
            for (int i = 0; i < HEAD && rows.hasNext(); i++) {
                if (rows.next() instanceof CsvRow.Fields row) {
                    collect(row, values);
                }
            }
        }
        List<Column> columns = shape.columns().stream()
                .map(column -> {
                    Set<String> distinct = values.get(column.index());
                    return new Column(column, distinct.size() > FEW ? List.of() : List.copyOf(distinct));
                })
                .toList();
        return new Preview(
                shape,
                columns,
                fields,
                MappingProposal.of(
                        fields, shape.columns().stream().map(CsvColumn::name).toList()));
    }

    private static void collect(CsvRow.Fields row, List<Set<String>> values) {
        for (int i = 0; i < values.size(); i++) {
            String value = Texts.trim(row.values().get(i));
            if (!value.isEmpty() && values.get(i).size() <= FEW) {
                values.get(i).add(value);
            }
        }
    }
}
