package dev.pulso.platform.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Optimistic locking over HTTP: {@code If-Match: "<version>"} or {@code version} in the body. Answers get their ETag from
 * {@link ContractFilter}; resources only pass on what was expected.
 */
@RequestScoped
public class ETags {
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");
    private final CurrentVertxRequest request;

    ETags(CurrentVertxRequest request) {
        this.request = request;
    }

    /**
     * The version that the client means to change.
     *
     * @param bodyVersion {@code version} of the body, if any
     * @throws Problem 428 when neither was sent
     */
    public Expected expected(@Nullable Integer bodyVersion) {
        String header = request.getCurrent().request().getHeader("If-Match");
        if (header != null && !header.strip().equals("*")) {
            Matcher matcher = VERSION.matcher(header.strip());
            // A tag that we never gave out matches no version.
            return new Expected(matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1, true);
        }
        if (bodyVersion == null) {
            throw Problem.versionRequired();
        }
        return new Expected(bodyVersion, false);
    }

    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** @param fromHeader decides between 412 and 409 */
    public record Expected(int version, boolean fromHeader) {
        /** @throws Problem when the record is at another version */
        public void check(int present) {
            if (present != version) {
                throw fromHeader ? Problem.preconditionFailed() : Problem.stale();
            }
        }
    }
}
