package dev.pulso.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version an edit was based on: from {@code If-Match} (stale: 412) or from {@code version} in the body (stale: 409).
 */
public final class ExpectedVersion {
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})(?:-[0-9a-f]{16})?\"");
    private static final ExpectedVersion ANY = new ExpectedVersion(null, null);

    private final @Nullable Integer header;
    private final @Nullable Integer body;

    private ExpectedVersion(@Nullable Integer header, @Nullable Integer body) {
        this.header = header;
        this.body = body;
    }

    /** For edits: 428 when neither is given. {@code If-Match: *} takes any version. */
    public static ExpectedVersion required(@Nullable String ifMatch, @Nullable Integer version) {
        if (ifMatch == null && version == null) {
            throw Problem.versionRequired();
        }
        return optional(ifMatch, version);
    }

    /** For actions, which may name a version but need not. */
    public static ExpectedVersion optional(@Nullable String ifMatch, @Nullable Integer version) {
        if (ifMatch == null) {
            return new ExpectedVersion(null, version);
        }
        if (ifMatch.strip().equals("*")) {
            return new ExpectedVersion(null, version);
        }
        Matcher tag = ENTITY_TAG.matcher(ifMatch.strip());
        // A tag this server never gave cannot be the current one.
        return new ExpectedVersion(tag.matches() ? Integer.parseInt(tag.group(1)) : -1, version);
    }

    /** For changes of the product itself, which are based on no version. */
    public static ExpectedVersion any() {
        return ANY;
    }

    /** Refuses a change that was based on another version than the current one. */
    public void check(int current) {
        if (header != null && header != current) {
            throw Problem.preconditionFailed(current);
        }
        if (body != null && body != current) {
            throw Problem.changedMeanwhile();
        }
    }
}
