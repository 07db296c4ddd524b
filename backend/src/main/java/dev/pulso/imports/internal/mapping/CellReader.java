package dev.pulso.imports.internal.mapping;

import dev.pulso.kernel.AmountParser;
import dev.pulso.kernel.DateParser;
import dev.pulso.kernel.DecimalStyle;
import dev.pulso.kernel.Parsed;
import dev.pulso.kernel.Texts;
import dev.pulso.store.imports.ImportField;
import dev.pulso.store.imports.Names;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the cells of one field, in the style that its column is written in. */
final class CellReader {
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,9}(?:[.,]0+)?");

    /** How a column is written, where that is not the same everywhere. */
    record Style(DecimalStyle decimals, DateParser dates) {}

    private final ImportField field;
    private final Style style;
    private final Currency currency;
    private final Map<String, String> choices = new HashMap<>();

    CellReader(ImportField field, Style style, Currency currency) {
        this.field = field;
        this.style = style;
        this.currency = currency;
        for (ImportField.Choice choice : field.choices()) {
            choices.put(Names.key(choice.value()), choice.value());
            choice.names().forEach(name -> choices.putIfAbsent(Names.key(name), choice.value()));
        }
    }

    Parsed<?> read(String cell) {
        String text = Texts.trim(cell);
        if (text.isEmpty()) {
            return Parsed.blank();
        }
        return switch (field.type()) {
            case text -> text(text);
            case money -> money(text);
            case date -> style.dates().parseCell(text);
            case integer -> integer(text);
            case choice -> choice(text);
        };
    }

    private Parsed<?> text(String text) {
        // A cell of a spreadsheet may have several lines; the name that it stands for has one.
        String line = Texts.line(text);
        return Texts.length(line) > field.most()
                ? Parsed.refused("too_long", "The text is longer than " + field.most() + " characters.")
                : Parsed.value(line);
    }

    private Parsed<?> money(String text) {
        Parsed<Long> cents = new AmountParser(style.decimals(), currency).parse(text);
        return cents instanceof Parsed.Value<Long>(Long value) && value < 0
                ? Parsed.refused("amount_negative", "The amount must not be negative.")
                : cents;
    }

    private Parsed<?> integer(String text) {
        if (!INTEGER.matcher(text).matches()) {
            return Parsed.refused("not_an_integer", "This is not a whole number.");
        }
        int number = Integer.parseInt(text.split("[.,]", 2)[0]);
        return number < field.least() || number > field.most()
                ? Parsed.refused(
                        "out_of_range", "The number must be between " + field.least() + " and " + field.most() + ".")
                : Parsed.value(number);
    }

    private Parsed<?> choice(String text) {
        String value = choices.get(Names.key(text));
        return value == null
                ? Parsed.refused(
                        "unknown_value",
                        "The value must be one of "
                                + field.choices().stream()
                                        .map(ImportField.Choice::value)
                                        .collect(Collectors.joining(", "))
                                + ", or be mapped to one of them.")
                : Parsed.value(value);
    }
}
