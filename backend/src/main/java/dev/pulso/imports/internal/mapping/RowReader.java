package dev.pulso.imports.internal.mapping;

import dev.pulso.kernel.DateParser;
import dev.pulso.kernel.DateStyle;
import dev.pulso.kernel.DecimalStyle;
import dev.pulso.kernel.Parsed;
import dev.pulso.store.imports.ImportField;
import dev.pulso.store.imports.ImportRow;
import dev.pulso.store.imports.RowError;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cells of a file into rows of an entity. It goes over the file twice: first {@link Survey} finds how each
 * column is written (a lone {@code 1.234} says nothing, its column does), then each row is read.
 */
public final class RowReader {
    private final List<Cell> cells;

    private RowReader(List<Cell> cells) {
        this.cells = List.copyOf(cells);
    }

    /** Where a field comes from, and how it is read. */
    private record Cell(FieldSource source, CellReader reader) {}

    /** What a row became. */
    public sealed interface Outcome {
        record Read(ImportRow row) implements Outcome {}

        record Refused(List<RowError> errors) implements Outcome {}
    }

    /** Every field is tried, so that a person sees all that is wrong with a row at once. */
    public Outcome read(long line, List<String> row) {
        Map<String, Object> values = new HashMap<>();
        List<RowError> errors = new ArrayList<>();
        for (Cell cell : cells) {
            ImportField field = cell.source().field();
            switch (cell.source().read(row, cell.reader())) {
                case Parsed.Value<?>(Object value) -> values.put(field.name(), value);
                case Parsed.Blank<?> blank -> {
                    if (field.required()) {
                        errors.add(new RowError(line, field.name(), "required", "The field must not be blank."));
                    }
                }
                case Parsed.Refused<?>(var reason) ->
                    errors.add(new RowError(line, field.name(), reason.code(), reason.message()));
            }
        }
        return errors.isEmpty() ? new Outcome.Read(new ImportRow(line, values)) : new Outcome.Refused(errors);
    }

    /** The first pass over the file. */
    public static final class Survey {
        private static final int DISTINCT = 200;

        private final ColumnMapping mapping;
        private final Set<String> surveyed;
        private final Currency currency;
        private final @Nullable DecimalStyle decimals;
        private final @Nullable DateStyle dates;
        private final ZoneId zone;
        private final Map<String, DecimalStyle.Votes> decimalVotes = new HashMap<>();
        private final Map<String, DateStyle.Votes> dateVotes = new HashMap<>();
        private final Map<String, Set<String>> distinct = new LinkedHashMap<>();
        private final Map<String, CellReader> ofSurveyed = new HashMap<>();

        /**
         * @param surveyed fields of which all values are wanted
         * @param decimals for all columns, when the person said so
         * @param dates likewise
         * @param zone in which an instant becomes a day
         */
        public Survey(
                ColumnMapping mapping,
                Set<String> surveyed,
                Currency currency,
                @Nullable DecimalStyle decimals,
                @Nullable DateStyle dates,
                ZoneId zone) {
            this.mapping = mapping;
            this.surveyed = surveyed;
            this.currency = currency;
            this.decimals = decimals;
            this.dates = dates;
            this.zone = zone;
        }

        public void add(List<String> cells) {
            mapping.sources().forEach((name, source) -> {
                if (source.field().type() == ImportField.Type.money) {
                    source.survey(cells, decimalVotes.computeIfAbsent(name, any -> new DecimalStyle.Votes())::add);
                } else if (source.field().type() == ImportField.Type.date) {
                    source.survey(cells, dateVotes.computeIfAbsent(name, any -> new DateStyle.Votes())::add);
                } else if (surveyed.contains(name)
                        && source.read(cells, ofSurveyed.computeIfAbsent(name, any -> reader(source)))
                                instanceof Parsed.Value<?>(Object value)) {
                    Set<String> values = distinct.computeIfAbsent(name, any -> new LinkedHashSet<>());
                    if (values.size() < DISTINCT) {
                        values.add(value.toString());
                    }
                }
            });
        }

        /** The distinct values of the surveyed fields, in order of appearance. */
        public Map<String, List<String>> distinct() {
            Map<String, List<String>> values = new LinkedHashMap<>();
            distinct.forEach((name, found) -> values.put(name, List.copyOf(found)));
            return values;
        }

        public RowReader reader() {
            return new RowReader(mapping.sources().values().stream()
                    .map(source -> new Cell(source, reader(source)))
                    .toList());
        }

        private CellReader reader(FieldSource source) {
            String name = source.field().name();
            DecimalStyle.Votes decimal = decimalVotes.get(name);
            DateStyle.Votes date = dateVotes.get(name);
            DecimalStyle foundDecimals = decimal == null ? DecimalStyle.COMMA : decimal.style();
            DateStyle foundDates = date == null ? DateStyle.DAY_FIRST : date.style();
            return new CellReader(
                    source.field(),
                    new CellReader.Style(
                            decimals == null ? foundDecimals : decimals,
                            new DateParser(dates == null ? foundDates : dates, zone)),
                    currency);
        }
    }
}
