package dev.pulso.imports.internal.mapping;

import dev.pulso.kernel.Parsed;
import dev.pulso.kernel.Texts;
import dev.pulso.kernel.csv.Formulas;
import dev.pulso.store.imports.ImportField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a field gets its value from: one column, several columns in a template, or nothing but a default.
 *
 * @param parts texts and columns in order; none when there is only a default
 * @param meanings what stands for certain cells (by their text in lower case); null inside means blank
 * @param otherwise when the cell is blank; already read
 */
record FieldSource(
        ImportField field,
        List<Part> parts,
        Map<String, Meaning> meanings,
        @Nullable Object otherwise) {

    /** A piece of a template: a column when {@code column >= 0}, else a text. */
    record Part(int column, String text) {}

    /** What a cell stands for, as text for templates and read for fields; both null for blank. */
    record Meaning(@Nullable String text, @Nullable Object value) {}

    /** The value for a row. */
    Parsed<?> read(List<String> cells, CellReader reader) {
        Parsed<?> own;
        if (parts.isEmpty()) {
            own = Parsed.blank();
        } else if (isColumn()) {
            String cell = cell(cells, parts.getFirst().column());
            Meaning meaning = meanings.get(key(cell));
            own = meaning == null ? reader.read(cell) : value(meaning.value());
        } else {
            own = reader.read(filledTemplate(cells));
        }
        return own.isBlank() ? value(otherwise) : own;
    }

    /** Gives the cell to a survey of how the column is written, unless it stands for something else. */
    void survey(List<String> cells, Consumer<String> taker) {
        if (isColumn()) {
            String cell = cell(cells, parts.getFirst().column());
            if (!Texts.isBlank(cell) && !meanings.containsKey(key(cell))) {
                taker.accept(cell);
            }
        }
    }

    static String key(String cell) {
        return Texts.trim(cell).toLowerCase(Locale.ROOT);
    }

    private boolean isColumn() {
        return parts.size() == 1 && parts.getFirst().column() >= 0;
    }

    private String filledTemplate(List<String> cells) {
        StringBuilder filled = new StringBuilder();
        boolean anything = parts.stream().noneMatch(part -> part.column() >= 0);
        for (Part part : parts) {
            if (part.column() < 0) {
                filled.append(part.text());
                continue;
            }
            String cell = cell(cells, part.column());
            Meaning meaning = meanings.get(key(cell));
            String text = meaning == null ? Texts.trim(cell) : meaning.text() == null ? "" : meaning.text();
            anything |= !text.isEmpty();
            filled.append(text);
        }
        return anything ? trimmedOfSeparators(filled.toString()) : "";
    }

    /** "GTX Pro - " is what a template leaves when its last column is blank. */
    private static String trimmedOfSeparators(String text) {
        return Texts.trim(Texts.trim(text)
                .replaceFirst("^[\\s\\h\\-–—|/,;:]+(?=[^\\s\\h])", "")
                .replaceFirst("[\\s\\h\\-–—|/,;:]+$", ""));
    }

    /** A short row is checked before; a cell that was escaped against formulas gets its own text back. */
    private static String cell(List<String> cells, int column) {
        String cell = column < cells.size() ? cells.get(column).replace("\0", "") : "";
        return Formulas.given(cell);
    }

    private static Parsed<?> value(@Nullable Object value) {
        return value == null ? Parsed.blank() : Parsed.value(value);
    }
}
