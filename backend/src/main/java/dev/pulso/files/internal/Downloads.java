package dev.pulso.files.internal;

import dev.pulso.kernel.Problem;
import dev.pulso.store.files.FileGone;
import dev.pulso.store.files.FileNames;
import dev.pulso.store.files.FileStore;
import dev.pulso.store.files.MediaTypes;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Content of files over HTTP, whole or a range of it: never run, and never kept by others. */
@ApplicationScoped
class Downloads {
    /** Whatever is in it, and whoever opens it by its address: no script, no form, no other site. */
    static final String NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox";

    /** A content never changes; whether one may see it is asked every time. */
    static final String PRIVATE = "private, no-cache";

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    private final FileStore store;

    Downloads(FileStore store) {
        this.store = store;
    }

    /** What is sent of which file. */
    record Content(UUID id, String name, String mediaType, long sizeBytes) {}

    /** A part of a file, both ends included. */
    private record Part(Content file, long from, long to, boolean whole) {
        long length() {
            return to - from + 1;
        }
    }

    RestMulti<byte[]> answer(Caller caller, Uni<Content> content, @Nullable String range) {
        return RestMulti.fromUniResponse(
                content.map(file -> part(file, range)),
                part -> store.read(caller.tenantId(), part.file().id(), part.from(), part.length())
                        .onFailure(FileGone.class)
                        .transform(gone -> Problem.notFound())
                        .map(Buffer::getBytes),
                Downloads::headers,
                part -> part.whole() ? 200 : 206);
    }

    private static Part part(Content file, @Nullable String range) {
        long size = file.sizeBytes();
        Part whole = new Part(file, 0, size - 1, true);
        Matcher asked = RANGE.matcher(range == null ? "" : range);
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            // Several at once are nobody's need; who asks for them gets the whole, as RFC 9110 has it.
            return whole;
        }
        boolean last = asked.group(1).isEmpty();
        long first = last ? Math.max(0, size - Long.parseLong(asked.group(2))) : Long.parseLong(asked.group(1));
        long end = last || asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        return first > end ? whole : new Part(file, first, end, false);
    }

    private static Map<String, List<String>> headers(Part part) {
        Content file = part.file();
        Map<String, List<String>> headers = new HashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, List.of(type(file.mediaType())));
        headers.put(HttpHeaders.CONTENT_LENGTH, List.of(Long.toString(part.length())));
        headers.put(
                HttpHeaders.CONTENT_DISPOSITION,
                List.of(FileNames.disposition(MediaTypes.isShown(file.mediaType()), file.name())));
        headers.put("Accept-Ranges", List.of("bytes"));
        // A range is one of what is kept, not of what it would be packed.
        headers.put(HttpHeaders.CONTENT_ENCODING, List.of("identity"));
        headers.put(HttpHeaders.CACHE_CONTROL, List.of(PRIVATE));
        headers.put("Content-Security-Policy", List.of(NO_SCRIPTS));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        if (!part.whole()) {
            headers.put("Content-Range", List.of("bytes " + part.from() + "-" + part.to() + "/" + file.sizeBytes()));
        }
        return headers;
    }

    /** What could be a page is text to a browser that would show it all the same. */
    private static String type(String mediaType) {
        return mediaType.startsWith("text/") || mediaType.endsWith("xml") ? "text/plain;charset=UTF-8" : mediaType;
    }
}
