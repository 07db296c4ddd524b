package dev.pulso.access.internal.role;

import java.util.List;

/** Whose records a role reaches. */
public final class RecordScope {
    public static final String OWN = "own";
    public static final String TEAM = "team";
    public static final String ALL = "all";

    /** Kinds of records that have owners; the roles' columns and the reach of a caller are named after them. */
    public static final List<String> KINDS = List.of("leads", "deals");

    private RecordScope() {}
}
