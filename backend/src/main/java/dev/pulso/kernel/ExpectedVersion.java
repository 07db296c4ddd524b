package dev.pulso.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version a write was based on, as {@code If-Match} names it; stale: 412. */
public final class ExpectedVersion {
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})(?:-[0-9a-f]{16})?\"");
    private static final ExpectedVersion ANY = new ExpectedVersion(null);
    /** Whichever version, but there has to be one. */
    private static final ExpectedVersion EXISTING = new ExpectedVersion(null);

    private final @Nullable Integer version;

    private ExpectedVersion(@Nullable Integer version) {
        this.version = version;
    }

    /** For edits: 428 when none is given. {@code If-Match: *} takes any version. */
    public static ExpectedVersion required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.versionRequired();
        }
        return optional(ifMatch);
    }

    /** For actions, which may name a version but need not. */
    public static ExpectedVersion optional(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return ANY;
        }
        if (ifMatch.strip().equals("*")) {
            return EXISTING;
        }
        Matcher tag = ENTITY_TAG.matcher(ifMatch.strip());
        // A tag this server never gave cannot be the current one.
        return new ExpectedVersion(tag.matches() ? Integer.parseInt(tag.group(1)) : -1);
    }

    /** Of one that was read before. */
    public static ExpectedVersion of(int version) {
        return new ExpectedVersion(version);
    }

    /** For changes of the product itself, which are based on no version. */
    public static ExpectedVersion any() {
        return ANY;
    }

    /** Refuses what would make a record, when it was based on one. */
    public void checkNone() {
        if (this != ANY) {
            throw Problem.of(ProblemType.STALE, "there is no such record that the request could be based on");
        }
    }

    /** Refuses a change that was based on another version than the current one. */
    public void check(int current) {
        if (version != null && version != current) {
            throw Problem.preconditionFailed(current);
        }
    }
}
