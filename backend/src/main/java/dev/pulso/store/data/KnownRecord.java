package dev.pulso.store.data;

import dev.pulso.kernel.Change;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A record that other systems may know under a key of theirs. */
@MappedSuperclass
public abstract class KnownRecord extends TenantRecord {
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,49}");
    private static final int MOST_KEYS = 50;
    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_ID = 100;

    @Column(name = "external_source")
    private String externalSource = External.DEFAULT;

    @Column(name = "external_id")
    private @Nullable String externalId;

    /** JSON. */
    private String metadata = "{}";

    /** For Hibernate. */
    protected KnownRecord() {}

    protected KnownRecord(Caller caller, External external) {
        super(caller);
        change(new ExternalChanges(
                Change.to(external.source()), Change.to(external.id()), Change.to(external.metadata())));
    }

    /** What other systems keep with it. */
    public External external() {
        return new External(externalSource, externalId, External.read(metadata));
    }

    protected void change(ExternalChanges changes) {
        changes.source().ifGiven(value -> externalSource = source(value == null ? External.DEFAULT : value));
        changes.id().ifGiven(value -> externalId = id(value));
        changes.metadata().ifGiven(value -> metadata = External.write(merged(External.read(metadata), value)));
    }

    /** What other systems keep with a record that never changes, by the same rules. */
    public static External checked(External given) {
        return new External(source(given.source()), id(given.id()), merged(Map.of(), given.metadata()));
    }

    private static String source(String value) {
        if (!SOURCE.matcher(value).matches()) {
            throw Problem.invalid("external_source", "must be lower-case letters, digits, - _ or .", "pattern");
        }
        return value;
    }

    private static @Nullable String id(@Nullable String value) {
        String id = Checks.trimmed(value);
        if (id != null && id.codePointCount(0, id.length()) > LONGEST_ID) {
            throw Problem.invalid("external_id", "must have at most " + LONGEST_ID + " characters", "too_long");
        }
        return id;
    }

    private static Map<String, String> merged(Map<String, String> present, @Nullable Map<String, String> changes) {
        if (changes == null) {
            return Map.of();
        }
        Map<String, String> merged = new TreeMap<>(present);
        changes.forEach((key, value) -> {
            if (value == null) {
                merged.remove(key);
            } else {
                requireShort(key, value);
                merged.put(key, value);
            }
        });
        if (merged.size() > MOST_KEYS) {
            throw Problem.invalid("metadata", "must have at most " + MOST_KEYS + " keys", "size");
        }
        return merged;
    }

    private static void requireShort(String key, String value) {
        if (Texts.isBlank(key) || key.codePointCount(0, key.length()) > LONGEST_KEY) {
            throw Problem.invalid("metadata", "keys have 1 to " + LONGEST_KEY + " characters", "too_long");
        }
        if (value.codePointCount(0, value.length()) > LONGEST_VALUE) {
            throw Problem.invalid("metadata", "values have at most " + LONGEST_VALUE + " characters", "too_long");
        }
    }
}
