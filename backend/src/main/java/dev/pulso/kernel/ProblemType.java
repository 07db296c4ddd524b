package dev.pulso.kernel;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of problem the API answers. Made by openapi/tools from openapi/problems.yaml. */
public enum ProblemType {
    INVALID("invalid", 400, "The request is not acceptable"),
    MALFORMED("malformed", 400, "The request is not well formed"),
    UNAUTHORIZED("unauthorized", 401, "Who are you?"),
    SECOND_FACTOR_REQUIRED("second_factor_required", 401, "One more step"),
    FORBIDDEN("forbidden", 403, "The role lacks the permission"),
    BEYOND_OWN_RIGHTS("beyond_own_rights", 403, "That is more than you may do yourself"),
    PEOPLE_ONLY("people_only", 403, "This is for people"),
    COMPANY_CLOSED("company_closed", 403, "The company is closed"),
    REGISTRATION_CLOSED("registration_closed", 403, "Registration is closed"),
    ORIGIN_NOT_ALLOWED("origin_not_allowed", 403, "This site may not call the API"),
    NOT_FOUND("not_found", 404, "There is no such record"),
    METHOD_NOT_ALLOWED("method_not_allowed", 405, "The method is not allowed here"),
    NOT_ACCEPTABLE("not_acceptable", 406, "No acceptable representation"),
    DUPLICATE("duplicate", 409, "The request conflicts with the present state"),
    IN_USE("in_use", 409, "The request conflicts with the present state"),
    CHANGED_MEANWHILE("changed_meanwhile", 409, "The request conflicts with the present state"),
    IDEMPOTENCY_RUNNING("idempotency_running", 409, "The request conflicts with the present state"),
    STALE("stale", 412, "The record has changed"),
    TOO_LARGE("too_large", 413, "The body is larger than accepted"),
    URI_TOO_LONG("uri_too_long", 414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported_media_type", 415, "The media type is not supported"),
    IDEMPOTENCY_KEY_REUSED("idempotency_key_reused", 422, "The request can not be processed"),
    VERSION_REQUIRED("version_required", 428, "A version is required"),
    TOO_MANY_REQUESTS("too_many_requests", 429, "Too many requests"),
    UNEXPECTED("unexpected", 500, "Something went wrong"),
    BUSY("busy", 503, "The service is busy"),
    JOB_RUNNING("job_running", 409, "The request conflicts with the present state"),
    JOB_UNKNOWN("job_unknown", 422, "The request can not be processed"),
    OTHER_COUNT("other_count", 409, "The request conflicts with the present state"),
    NOT_UNDOABLE("not_undoable", 409, "The request conflicts with the present state"),
    FIELD_IN_USE("field_in_use", 409, "The request conflicts with the present state"),
    LAST_ADMIN("last_admin", 409, "The request conflicts with the present state"),
    OWNS_RECORDS("owns_records", 409, "The request conflicts with the present state"),
    PERSON_PRESENT("person_present", 409, "The request conflicts with the present state"),
    SECOND_FACTOR_ON("second_factor_on", 409, "The request conflicts with the present state"),
    SECOND_FACTOR_OFF("second_factor_off", 409, "The request conflicts with the present state"),
    SECOND_FACTOR_NOT_BEGUN("second_factor_not_begun", 409, "The request conflicts with the present state"),
    OPERATOR_STAYS("operator_stays", 409, "The request conflicts with the present state"),
    OTHER_EMAIL("other_email", 409, "The request conflicts with the present state"),
    ACCOUNT_UNPROVEN("account_unproven", 409, "The request conflicts with the present state"),
    INVITED_ALREADY("invited_already", 409, "The request conflicts with the present state"),
    INVITATION_ACCEPTED("invitation_accepted", 409, "The request conflicts with the present state"),
    INVITATION_WITHDRAWN("invitation_withdrawn", 409, "The request conflicts with the present state"),
    ROLE_IN_USE("role_in_use", 409, "The request conflicts with the present state"),
    BUILT_IN_ROLE("built_in_role", 409, "The request conflicts with the present state"),
    AUDIT_ALTERED("audit_altered", 422, "The request can not be processed"),
    API_KEY_ENDED("api_key_ended", 409, "The request conflicts with the present state"),
    NOT_A_SANDBOX("not_a_sandbox", 409, "The request conflicts with the present state"),
    LEAD_CONVERTED("lead_converted", 409, "The request conflicts with the present state"),
    MERGE_SETTLED("merge_settled", 409, "The request conflicts with the present state"),
    DIFFERENT_PARTIES("different_parties", 409, "The request conflicts with the present state"),
    STAGE_IN_USE("stage_in_use", 409, "The request conflicts with the present state"),
    STAGE_CLOSED("stage_closed", 409, "The request conflicts with the present state"),
    FIELDS_REQUIRED("fields_required", 422, "The deal lacks what the stage requires"),
    DEAL_OPEN("deal_open", 409, "The request conflicts with the present state"),
    SALE_MADE("sale_made", 409, "The request conflicts with the present state"),
    CLOSING_WITHDRAWN("closing_withdrawn", 409, "The request conflicts with the present state"),
    DEAL_CLOSED("deal_closed", 409, "The request conflicts with the present state"),
    NOTE_NOT_OPEN("note_not_open", 409, "The request conflicts with the present state"),
    STORAGE_FULL("storage_full", 413, "There is no room left"),
    EXPORT_TOO_LARGE("export_too_large", 409, "The request conflicts with the present state"),
    EXPORTS_WAITING("exports_waiting", 409, "The request conflicts with the present state"),
    CONTRACT_STATUS("contract_status", 409, "The request conflicts with the present state"),
    INVOICE_NOT_PAYABLE("invoice_not_payable", 409, "The request conflicts with the present state"),
    INVOICE_NOT_ISSUED("invoice_not_issued", 409, "The request conflicts with the present state"),
    INVOICE_CANCELLED("invoice_cancelled", 409, "The request conflicts with the present state"),
    INVOICE_HAS_PAYMENTS("invoice_has_payments", 409, "The request conflicts with the present state"),
    OVER_PAYMENT("over_payment", 409, "The request conflicts with the present state"),
    REFERENCE_USED("reference_used", 409, "The request conflicts with the present state"),
    PIX_KEY_MISSING("pix_key_missing", 409, "The request conflicts with the present state"),
    PIX_NEEDS_BRL("pix_needs_brl", 409, "The request conflicts with the present state");

    private static final Map<String, ProblemType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ProblemType::code, Function.identity()));

    private final String code;
    private final int status;
    private final String title;

    ProblemType(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** The stable name: the last part of the problem's type. */
    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** @throws IllegalArgumentException when the registry has no such name */
    public static ProblemType of(String code) {
        ProblemType known = BY_CODE.get(code);
        if (known == null) {
            throw new IllegalArgumentException(code + " is not in openapi/problems.yaml");
        }
        return known;
    }
}
