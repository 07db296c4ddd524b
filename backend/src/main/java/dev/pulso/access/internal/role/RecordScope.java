package dev.pulso.access.internal.role;

/** Whose records a role reaches. */
public final class RecordScope {
    public static final String OWN = "own";
    public static final String TEAM = "team";
    public static final String ALL = "all";

    private RecordScope() {}
}
