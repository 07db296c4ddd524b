package dev.pulso.edge.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Whole numbers as JSON Schema knows them: {@code 100.0} and {@code 1e2} are the integer 100, {@code 100.5} is none. */
final class WholeNumber {
    private WholeNumber() {}

    private abstract static class Reader<T extends Number> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1;

        Reader(Class<T> type) {
            super(type);
        }

        abstract T plain(JsonParser parser) throws IOException;

        abstract T exact(BigDecimal number);

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return plain(parser);
            }
            if (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
                try {
                    return exact(parser.getDecimalValue());
                } catch (ArithmeticException fractionOrTooLarge) {
                    return (T)
                            context.handleWeirdNumberValue(handledType(), parser.getDecimalValue(), "no whole number");
                }
            }
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
    }

    /** int32. */
    static final class Ints extends Reader<Integer> {
        private static final long serialVersionUID = 1;

        Ints() {
            super(Integer.class);
        }

        @Override
        Integer plain(JsonParser parser) throws IOException {
            return parser.getIntValue();
        }

        @Override
        Integer exact(BigDecimal number) {
            return number.intValueExact();
        }
    }

    /** int64. */
    static final class Longs extends Reader<Long> {
        private static final long serialVersionUID = 1;

        Longs() {
            super(Long.class);
        }

        @Override
        Long plain(JsonParser parser) throws IOException {
            return parser.getLongValue();
        }

        @Override
        Long exact(BigDecimal number) {
            return number.longValueExact();
        }
    }
}
