package dev.pulso.edge.web;

import dev.pulso.kernel.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a field of a violation stands: in the JSON of the body, told as a JSON pointer (RFC 6901), or elsewhere. */
final class Places {
    private static final String OPERATION = "pulso.operation";
    private static final String OPERATIONS = "pulso.operations";

    private Places() {}

    /** Remembers which operation a request is for, from where it is known on. */
    static void of(RoutingContext request, String operation, Operations operations) {
        request.put(OPERATION, operation);
        request.put(OPERATIONS, operations);
    }

    /** The operation that a request is for, where it has come so far. */
    static Optional<String> operation(RoutingContext request) {
        return Optional.ofNullable(request.get(OPERATION));
    }

    /** Null when the field is no part of a JSON body: a parameter, a header, a part of a form. */
    static @Nullable String pointer(@Nullable RoutingContext request, String field) {
        @Nullable String operation = request == null ? null : request.get(OPERATION);
        @Nullable Operations operations = request == null ? null : request.get(OPERATIONS);
        if (operation == null || operations == null) {
            return null;
        }
        return operations.takesJson(operation) && !operations.takesParameter(operation, field)
                ? Problem.pointer(field)
                : null;
    }
}
