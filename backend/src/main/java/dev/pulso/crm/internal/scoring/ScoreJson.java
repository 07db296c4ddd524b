package dev.pulso.crm.internal.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Rules and sheets as the database keeps them. */
public final class ScoreJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private ScoreJson() {}

    public static JsonArray lines(ScoreSheet sheet) {
        return new JsonArray(write(sheet.lines()));
    }

    public static List<ScoreLine> lines(JsonArray stored) {
        return list(ScoreLine.class, stored);
    }

    static JsonObject object(Object value) {
        return new JsonObject(write(value));
    }

    static JsonArray array(Object value) {
        return new JsonArray(write(value));
    }

    static <T> T read(Class<T> type, JsonObject stored) {
        try {
            return JSON.readValue(stored.encode(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was kept as " + type, e);
        }
    }

    static <T> List<T> list(Class<T> type, JsonArray stored) {
        try {
            return JSON.readValue(stored.encode(), JSON.getTypeFactory().constructCollectionType(List.class, type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was kept as " + type, e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be kept: " + value.getClass(), e);
        }
    }
}
