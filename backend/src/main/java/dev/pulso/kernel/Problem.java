package dev.pulso.kernel;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An expected failure, told to the client as {@code application/problem+json}. */
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String TYPE = "https://pulso.dev/problems/";

    private final int status;
    private final String code;
    private final String title;
    private final @Nullable String explanation;
    private final transient List<Violation> violations;
    private final transient Map<String, String> headers;
    private final transient Map<String, String> members;

    protected Problem(
            int status,
            String code,
            String title,
            @Nullable String explanation,
            List<Violation> violations,
            Map<String, String> headers) {
        this(status, code, title, explanation, violations, headers, Map.of());
    }

    private Problem(
            int status,
            String code,
            String title,
            @Nullable String explanation,
            List<Violation> violations,
            Map<String, String> headers,
            Map<String, String> members) {
        super(explanation == null ? title : explanation, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.explanation = explanation;
        this.violations = List.copyOf(violations);
        this.headers = Map.copyOf(headers);
        this.members = Map.copyOf(members);
    }

    public static Problem of(int status, String code, String title, @Nullable String detail) {
        return new Problem(status, code, title, detail, List.of(), Map.of());
    }

    /** 404; the same for what does not exist and for what belongs to another tenant. */
    public static Problem notFound() {
        return of(404, "not-found", "There is no such record", null);
    }

    /** 400 with the fields that are not acceptable. */
    public static Problem invalid(Violation... violations) {
        return invalid(List.of(violations));
    }

    public static Problem invalid(List<Violation> violations) {
        String detail = violations.isEmpty()
                ? null
                : (violations.getFirst().field() + " " + violations.getFirst().message()).strip();
        return new Problem(400, "invalid", "The request is not acceptable", detail, violations, Map.of());
    }

    /** 400 for a rule that one field breaks; {@code code} is stable, screens translate it. */
    public static Problem invalid(String field, String message, String code) {
        return invalid(new Violation(field, message, code));
    }

    /** 400: a reader of the kernel could not take the value of a field. */
    public static Problem invalid(String field, Reason reason) {
        return invalid(field, reason.message(), reason.code());
    }

    /** 400: a field of the body names a record that does not exist (in this tenant). */
    public static Problem unknownReference(String field) {
        return invalid(field, "names no existing record", "not_found");
    }

    /** 400: the request could not be read at all. */
    public static Problem malformed(String detail) {
        return of(400, "malformed", "The request is not well formed", detail);
    }

    /** 409: the state of this or another record forbids it. */
    public static Problem conflict(String code, String detail) {
        return of(409, code, "The request conflicts with the present state", detail);
    }

    /** 409 caused by the value of one field, such as a name that is taken. */
    public static Problem conflict(String code, String detail, @Nullable String field) {
        List<Violation> violations = field == null ? List.of() : List.of(new Violation(field, detail, code));
        return new Problem(409, code, "The request conflicts with the present state", detail, violations, Map.of());
    }

    /** 409: another record has the value of that field; the problem names it as {@code existing_id}. */
    public static Problem duplicate(String field, UUID existing) {
        return new Problem(
                409,
                "duplicate",
                "The request conflicts with the present state",
                field + " is already taken",
                List.of(new Violation(field, field + " is already taken", "duplicate")),
                Map.of(),
                Map.of("existing_id", existing.toString()));
    }

    /** 409: the {@code version} in the body is not the present one. */
    public static Problem stale() {
        return conflict("stale", "the record has changed since it was read", "version");
    }

    /** 412: the version in {@code If-Match} is not the present one. */
    public static Problem preconditionFailed() {
        return of(412, "stale", "The record has changed", "the record has changed since the version in If-Match");
    }

    /** 428: an update must say which version it changes. */
    public static Problem versionRequired() {
        return of(
                428,
                "version-required",
                "A version is required",
                "send If-Match with the ETag, or version in the body, to change this record");
    }

    public static Problem unauthorized(String detail) {
        return new Problem(
                401, "unauthorized", "Who are you?", detail, List.of(), Map.of("WWW-Authenticate", "Bearer"));
    }

    public static Problem forbidden(@Nullable String detail) {
        return of(403, "forbidden", "The role lacks the permission", detail);
    }

    public static Problem tooLarge(String detail) {
        return of(413, "too-large", "The body is larger than accepted", detail);
    }

    /** 422: understood, but it can not be done as asked. */
    public static Problem unprocessable(String code, String detail) {
        return of(422, code, "The request can not be processed", detail);
    }

    public static Problem tooMany(int retryAfterSeconds) {
        return new Problem(
                429,
                "too-many-requests",
                "Too many requests",
                "try again in " + retryAfterSeconds + " s",
                List.of(),
                Map.of("Retry-After", Integer.toString(retryAfterSeconds)));
    }

    /** 429 that also tells how much there was and when all of it is back. */
    public static Problem tooMany(int retryAfterSeconds, Map<String, String> rateHeaders) {
        Problem plain = tooMany(retryAfterSeconds);
        Map<String, String> headers = new java.util.HashMap<>(rateHeaders);
        headers.putAll(plain.headers());
        return new Problem(plain.status, plain.code, plain.title, plain.explanation, List.of(), headers);
    }

    /** 503: no resource is free right now; the same request may succeed in a moment. */
    public static Problem busy() {
        return new Problem(
                503, "busy", "The service is busy", "try again in a moment", List.of(), Map.of("Retry-After", "1"));
    }

    public static Problem unexpected() {
        return of(500, "unexpected", "Something went wrong", "quote the trace_id when you report this");
    }

    /** The same problem with a member of its own (RFC 9457, 3.2), which the contract names. */
    public Problem with(String member, String value) {
        return new Problem(status, code, title, explanation, violations, headers, Map.of(member, value));
    }

    public Map<String, String> members() {
        return members;
    }

    public int status() {
        return status;
    }

    /** Stable name of the kind of problem; the last part of its type. */
    public String code() {
        return code;
    }

    public String type() {
        return TYPE + code;
    }

    public String title() {
        return title;
    }

    public @Nullable String detail() {
        return explanation;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
