package dev.pulso.edge.web;

import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Texts;
import dev.pulso.kernel.Violation;
import dev.pulso.store.data.CustomFilters;
import dev.pulso.store.data.FilterGrammar;
import io.quarkus.arc.ClientProxy;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * What an operation does not know is refused rather than ignored: a mistyped filter would answer everything, and a key
 * that is not kept would promise what nobody holds.
 */
@Singleton
class RequestGate {
    private static final int LONGEST_NAME = 100;
    private static final String INCLUDE = "include";
    private static final String IF_MATCH = "If-Match";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Operations operations;
    private final CallerContext callers;

    RequestGate(Operations operations, CallerContext callers) {
        this.operations = operations;
        this.callers = callers;
    }

    /** Behind the permission: strangers learn nothing of what an operation takes. */
    @ServerRequestFilter(priority = Priorities.USER + 100)
    void require(SimpleResourceInfo resource, RoutingContext request) {
        String operation = resource.getMethodName();
        if (operation == null) {
            return;
        }
        if (operations.refusesKeys(operation) && request.request().headers().contains(Idempotency.KEY)) {
            throw Problem.invalid(
                    Idempotency.KEY, "is not taken here: no answer is kept, as the contract explains", "not_taken");
        }
        // Who names a version relies on being refused; of what is only read, an answer from a cache is the worst that
        // can happen.
        if (request.request().headers().contains(IF_MATCH)
                && !READS.contains(request.request().method())
                && !operations.takesParameter(operation, IF_MATCH)) {
            throw Problem.invalid(IF_MATCH, "is not taken here: there is no version to compare it with", "not_taken");
        }
        if (request.request().query() == null) {
            return;
        }
        Set<String> known = operations.queryParameters(operation);
        boolean custom = operations.takesCustomFilters(operation);
        Map<String, String> filters = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (String name : request.queryParams().names()) {
            String shown = Texts.shortened(name, LONGEST_NAME);
            if (!known.contains(name) && !(custom && CustomFilters.isOne(name))) {
                violations.add(new Violation(shown, "is no parameter of this operation", "unknown_parameter"));
            } else if (request.queryParams().getAll(name).size() > 1) {
                violations.add(new Violation(
                        shown, "may be given once; several values are separated by commas", "repeated_parameter"));
            } else if (custom && CustomFilters.isOne(name)) {
                filters.put(name, request.queryParams().get(name));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        for (String name : operations.filters(operation)) {
            String given = request.queryParams().get(name);
            if (given != null) {
                filters.put(name, given);
            }
        }
        CallerContext caller = ClientProxy.unwrap(callers);
        caller.filters(filters);
        String included = known.contains(INCLUDE) ? request.queryParams().get(INCLUDE) : null;
        if (included != null) {
            caller.include(FilterGrammar.oneOf(INCLUDE, included, operations.includes(operation)));
        }
    }
}
