package dev.pulso.edge.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parameters are read as the contract writes them; Java's own readers take more. What cannot be read: {@link ParameterProblems}. */
@Provider
class StrictParameters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, @Nullable Type genericType, Annotation @Nullable [] annotations) {
        if (type == LocalDate.class) {
            return (ParamConverter<T>) new Converter<>(StrictParameters::day);
        }
        if (type == Instant.class) {
            return (ParamConverter<T>) new Converter<>(StrictParameters::instant);
        }
        return type == UUID.class ? (ParamConverter<T>) new Converter<>(StrictParameters::id) : null;
    }

    /** @throws IllegalArgumentException when it is none */
    static LocalDate day(String text) {
        try {
            return CalendarDay.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** RFC 3339, with any offset. @throws IllegalArgumentException when it is none */
    static Instant instant(String text) {
        try {
            if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
                throw new IllegalArgumentException("no year of four digits");
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** @throws IllegalArgumentException when it is none; {@link UUID#fromString} forgives short groups */
    static UUID id(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("no UUID");
        }
        return id;
    }

    private record Converter<T>(Function<String, T> reader) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String value) {
            return value == null ? null : reader.apply(value);
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
