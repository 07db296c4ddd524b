package dev.pulso.crm.internal.pipeline;

/** What a stage may require of a deal that comes into it, and the field of a deal in which that stands. */
public enum StageField {
    amount("amount_cents"),
    company("company_id"),
    contact("contact_id"),
    expected_close("expected_close_on"),
    owner("owner_id"),
    lines("lines");

    private final String field;

    StageField(String field) {
        this.field = field;
    }

    public String field() {
        return field;
    }
}
