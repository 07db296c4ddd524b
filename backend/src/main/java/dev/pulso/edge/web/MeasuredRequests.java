package dev.pulso.edge.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * By what requests are counted apart: methods that there are, and addresses as the contract has them. All else has one name, so
 * that nobody fills the memory, or crowds out what is to be counted, with words of their own.
 */
final class MeasuredRequests {
    private static final String OTHER = "OTHER";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "UNKNOWN");
    /** What stands for many addresses already, and the page of the app. */
    private static final Set<String> COMMON = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root", "/");

    private MeasuredRequests() {}

    @Produces
    @Singleton
    static MeterFilter knownWordsOnly() {
        Set<String> addresses = new HashSet<>(COMMON);
        addresses.addAll(templates());
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                if (!id.getName().startsWith("http.server.")) {
                    return id;
                }
                String method = id.getTag("method");
                String uri = id.getTag("uri");
                Meter.Id known = method == null || METHODS.contains(method) ? id : id.withTag(Tag.of("method", OTHER));
                return uri == null || addresses.contains(uri) ? known : known.withTag(Tag.of("uri", OTHER));
            }
        };
    }

    /** The addresses of the contract, such as {@code /api/crm/deals/{id}}. */
    private static Set<String> templates() {
        Set<String> templates = new HashSet<>();
        try (InputStream contract = Objects.requireNonNull(
                        Thread.currentThread().getContextClassLoader().getResourceAsStream("openapi.json"));
                JsonParser json = new JsonFactory().createParser(contract)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean paths = "paths".equals(json.currentName());
                json.nextToken();
                if (!paths) {
                    json.skipChildren();
                    continue;
                }
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    templates.add(json.currentName());
                    json.nextToken();
                    json.skipChildren();
                }
            }
            return templates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
