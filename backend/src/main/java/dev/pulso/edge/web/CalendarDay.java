package dev.pulso.edge.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A day as the contract writes it (RFC 3339): four digits of year. Java's own reader takes years before Christ and after
 * 9999 as well, which the answer could then not show.
 */
final class CalendarDay {
    private static final Pattern SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private CalendarDay() {}

    /** @throws DateTimeException when it is none */
    static LocalDate parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new DateTimeException("no date");
        }
        return LocalDate.parse(text);
    }

    /** In bodies. */
    static final class Reader extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1;

        Reader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            try {
                return parse(parser.getText());
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, parser.getText(), "no date");
            }
        }
    }
}
