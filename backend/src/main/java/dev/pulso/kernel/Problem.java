package dev.pulso.kernel;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An expected failure, told to the client as {@code application/problem+json}. */
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;
    /** Relative to the installation, which has a page for each. */
    private static final String TYPES = "/docs/problems/";
    /** The field of a violation that is about the whole body. */
    public static final String BODY = "body";

    /** The member that names the record that has what is asked for. */
    public static final String EXISTING = "existing_id";

    private final ProblemType type;
    private final @Nullable String explanation;
    private final transient List<Violation> violations;
    private final transient Map<String, String> headers;
    private final transient Map<String, Object> members;

    protected Problem(
            ProblemType type,
            @Nullable String explanation,
            List<Violation> violations,
            Map<String, String> headers,
            Map<String, Object> members) {
        super(explanation == null ? type.title() : explanation, null, false, false);
        this.type = type;
        this.explanation = explanation;
        this.violations = List.copyOf(violations);
        this.headers = Map.copyOf(headers);
        this.members = Map.copyOf(members);
    }

    private static Problem of(
            ProblemType type, @Nullable String detail, List<Violation> violations, Map<String, String> headers) {
        return new Problem(type, detail, violations, headers, Map.of());
    }

    public static Problem of(ProblemType type, @Nullable String detail) {
        return of(type, detail, List.of(), Map.of());
    }

    /** For the types with a status of their own that name fields. */
    public static Problem of(ProblemType type, String detail, List<Violation> violations) {
        return of(type, detail, violations, Map.of());
    }

    /** 404; the same for what does not exist and for what belongs to another tenant. */
    public static Problem notFound() {
        return of(ProblemType.NOT_FOUND, null);
    }

    /** 400 with the fields that are not acceptable. */
    public static Problem invalid(Violation... violations) {
        return invalid(List.of(violations));
    }

    public static Problem invalid(List<Violation> violations) {
        String detail = violations.isEmpty()
                ? null
                : violations.getFirst().field() + ": " + violations.getFirst().message();
        return of(ProblemType.INVALID, detail, violations, Map.of());
    }

    /** 400 for a rule that one field breaks; {@code code} is one of {@link ViolationCode}, which screens translate. */
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

    /**
     * Looks up what a field of the body names: where that answers 404, the request itself is wrong, a 400 with the field. A
     * 404 is about the address alone.
     */
    public static <T> Uni<T> referredBy(String field, Uni<T> record) {
        return record.onFailure(Problem.class)
                .transform(failure ->
                        ((Problem) failure).type == ProblemType.NOT_FOUND ? unknownReference(field) : failure);
    }

    /** 400: the request could not be read at all. */
    public static Problem malformed(String detail) {
        return of(ProblemType.MALFORMED, detail);
    }

    /** The state of this or another record forbids it: one of the types with status 409. */
    public static Problem conflict(ProblemType type, String detail) {
        return of(type, detail);
    }

    /** 409 caused by the value of one field, such as a name that is taken; the type is then a violation's code as well. */
    public static Problem conflict(ProblemType type, String detail, @Nullable String field) {
        List<Violation> violations = field == null ? List.of() : List.of(new Violation(field, detail, type.code()));
        return of(type, detail, violations, Map.of());
    }

    /** 409: another record has the value of that field; the problem names it as {@code existing_id}. */
    public static Problem duplicate(String field, UUID existing) {
        return conflict(ProblemType.DUPLICATE, field + " is already taken", field)
                .with(EXISTING, existing.toString());
    }

    /** 409: somebody else changed the record between reading and writing. */
    public static Problem changedMeanwhile() {
        return of(ProblemType.CHANGED_MEANWHILE, "the record has changed since it was read");
    }

    /** 412: the version in {@code If-Match} is not the present one. */
    public static Problem preconditionFailed(int currentVersion) {
        return new Problem(
                ProblemType.STALE,
                "the record has changed since the version in If-Match",
                List.of(),
                Map.of("ETag", "\"" + currentVersion + "\""),
                Map.of("current_version", currentVersion));
    }

    /** 428: an update must say which version it changes. */
    public static Problem versionRequired() {
        return of(ProblemType.VERSION_REQUIRED, "send If-Match with the ETag to change this record");
    }

    public static Problem unauthorized(String detail) {
        return of(ProblemType.UNAUTHORIZED, detail, List.of(), Map.of("WWW-Authenticate", "Bearer"));
    }

    public static Problem forbidden(@Nullable String detail) {
        return of(ProblemType.FORBIDDEN, detail);
    }

    public static Problem tooLarge(String detail) {
        return of(ProblemType.TOO_LARGE, detail);
    }

    public static Problem tooMany(int retryAfterSeconds) {
        return tooMany(retryAfterSeconds, Map.of());
    }

    /** 429 that also tells how much there was and when all of it is back. */
    public static Problem tooMany(int retryAfterSeconds, Map<String, String> rateHeaders) {
        Map<String, String> headers = new HashMap<>(rateHeaders);
        headers.put("Retry-After", Integer.toString(retryAfterSeconds));
        return of(ProblemType.TOO_MANY_REQUESTS, "try again in " + retryAfterSeconds + " s", List.of(), headers);
    }

    /** 503: no resource is free right now; the same request may succeed in a moment. */
    public static Problem busy() {
        return of(ProblemType.BUSY, "try again in a moment", List.of(), Map.of("Retry-After", "1"));
    }

    public static Problem unexpected() {
        return of(ProblemType.UNEXPECTED, "quote the trace_id when you report this");
    }

    /** The same problem with a member of its own (RFC 9457, 3.2), which the contract names. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new HashMap<>(members);
        more.put(member, value);
        return new Problem(type, explanation, violations, headers, more);
    }

    /** The same problem with a header of the answer. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Problem(type, explanation, violations, more, members);
    }

    public Map<String, Object> members() {
        return members;
    }

    public int status() {
        return type.status();
    }

    /** A field such as {@code items[0].unit_cents} as a JSON pointer: {@code /items/0/unit_cents}; the whole body is "". */
    public static String pointer(String field) {
        if (field.equals(BODY)) {
            return "";
        }
        StringBuilder pointer = new StringBuilder(field.length() + 1);
        for (String step : field.replace("[", ".").replace("]", "").split("\\.")) {
            pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** What kind of problem it is. */
    public ProblemType kind() {
        return type;
    }

    /** Stable name of the kind of problem; the last part of its type. */
    public String code() {
        return type.code();
    }

    public String type() {
        return TYPES + type.code();
    }

    public String title() {
        return type.title();
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
