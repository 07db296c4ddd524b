package dev.pulso.edge.web;

import dev.pulso.edge.limits.Decision;
import dev.pulso.edge.limits.Strangers;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.AccessTokens;
import dev.pulso.edge.security.ApiKeyGate;
import dev.pulso.edge.security.InvalidToken;
import dev.pulso.edge.security.SecurityLog;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.tenancy.Caller;
import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Enforces what the contract says about an operation: who may call it. */
@Singleton
class ContractFilter {
    private static final Logger LOG = Logger.getLogger(ContractFilter.class);
    private static final String BEARER = "Bearer ";

    private final Operations operations;
    private final AccessTokens tokens;
    private final AccessGate gate;
    private final ApiKeyGate keys;
    private final TenantLimits limits;
    private final CallerContext callers;
    private final CrossOrigin crossOrigin;
    private final Strangers strangers;
    private final SecurityLog security;

    ContractFilter(
            Operations operations,
            AccessTokens tokens,
            AccessGate gate,
            ApiKeyGate keys,
            TenantLimits limits,
            CallerContext callers,
            CrossOrigin crossOrigin,
            Strangers strangers,
            SecurityLog security) {
        this.security = security;
        this.strangers = strangers;
        this.limits = limits;
        this.crossOrigin = crossOrigin;
        this.keys = keys;
        this.operations = operations;
        this.tokens = tokens;
        this.gate = gate;
        this.callers = callers;
    }

    /** Answers null, which costs nothing, when the caller is known; else what has to be waited for. */
    @ServerRequestFilter
    @Nullable
    Uni<Void> permit(ContainerRequestContext request, SimpleResourceInfo resource, RoutingContext context) {
        String operation = resource.getMethodName();
        List<String> required = operation == null ? List.of() : operations.permissions(operation);
        String requestId = HttpEdge.requestId(context);
        if (operation == null || required.isEmpty()) {
            LOG.errorf("%s refused: the contract knows no operation %s", requestId, operation);
            throw Problem.forbidden("the operation is not part of the contract");
        }
        Places.of(context, operation, operations);
        ApiVersions.choose(context, null);
        CallerContext identity = ClientProxy.unwrap(callers);
        identity.conditions(request.getHeaderString("If-Match"));
        String key = isPublic(required) ? null : apiKey(request);
        if (key != null) {
            return permitKey(key, operation, required, identity, context, requestId);
        }
        AccessTokens.Claims claims = claims(request.getHeaderString("Authorization"), isPublic(required));
        if (isPublic(required)) {
            Uni<Void> counted = strangers
                    .take(Client.of(context).address(), operations.cost(operation))
                    .invoke(Decision::require)
                    .replaceWithVoid();
            if (claims == null) {
                identity.identify(null, null, requestId);
                return counted;
            }
            return counted.chain(
                    () -> orNothing(permitPerson(claims, operation, required, identity, context, false, requestId)));
        }
        if (claims == null) {
            identity.identify(null, null, requestId);
            require(required, null);
            return null;
        }
        // The signature is good, so the tenant may be counted before anything is looked up.
        Uni<Void> counted = limits.count(claims.tenantId(), context);
        return counted == null
                ? permitPerson(claims, operation, required, identity, context, true, requestId)
                : counted.chain(
                        () -> orNothing(permitPerson(claims, operation, required, identity, context, true, requestId)));
    }

    private @Nullable Uni<Void> permitPerson(
            AccessTokens.Claims claims,
            String operation,
            List<String> required,
            CallerContext identity,
            RoutingContext context,
            boolean limited,
            String requestId) {
        Caller known = gate.known(claims);
        if (known != null) {
            identity.identify(known.in(requestId), claims.sessionId(), requestId);
            crossOrigin.require(context, known);
            require(required, known);
            return limited ? limits.enter(known.tenantId(), operation, context) : null;
        }
        return gate.admit(claims)
                .invoke(admitted -> {
                    if (admitted == null && !isPublic(required)) {
                        throw Problem.unauthorized("the session has ended; log in again");
                    }
                    identity.identify(
                            admitted == null ? null : admitted.in(requestId),
                            admitted == null ? null : claims.sessionId(),
                            requestId);
                    crossOrigin.require(context, admitted);
                    require(required, admitted);
                })
                .chain(admitted -> orNothing(
                        admitted == null || !limited ? null : limits.enter(admitted.tenantId(), operation, context)));
    }

    private static Uni<Void> orNothing(@Nullable Uni<Void> waiting) {
        return waiting == null ? Uni.createFrom().voidItem() : waiting;
    }

    /** Programs have a limit of their own, and what is for people is not for them. */
    private Uni<Void> permitKey(
            String key,
            String operation,
            List<String> required,
            CallerContext identity,
            RoutingContext context,
            String requestId) {
        ApiKeyGate.Holder known = keys.known(key);
        return (known == null ? keys.admit(key) : Uni.createFrom().item(known))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.unauthorized("the API key is unknown, revoked or expired"))
                .call(holder -> limits.countKey(holder, context))
                .call(holder -> orNothing(limits.count(holder.caller().tenantId(), context)))
                .invoke(holder -> {
                    ApiVersions.choose(context, holder.version());
                    identity.identify(holder.caller().in(requestId), null, requestId);
                    identity.key(holder.keyId());
                    if (operations.forPeople(operation)) {
                        throw Problem.of(ProblemType.PEOPLE_ONLY, "an API key does not get this: log in");
                    }
                    crossOrigin.require(context, holder.caller());
                    require(required, holder.caller());
                })
                .chain(holder -> orNothing(limits.enter(holder.caller().tenantId(), operation, context)));
    }

    private static @Nullable String apiKey(ContainerRequestContext request) {
        String key = request.getHeaderString("X-API-Key");
        if (key != null) {
            return key.strip();
        }
        String header = request.getHeaderString("Authorization");
        return header != null
                        && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        && ApiKeyGate.isKey(header.substring(BEARER.length()))
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    private void require(List<String> required, @Nullable Caller caller) {
        if (isPublic(required)) {
            return;
        }
        if (caller == null) {
            throw Problem.unauthorized("a valid access token is required");
        }
        if (required.contains(Operations.AUTHENTICATED)) {
            return;
        }
        for (String permission : required) {
            if (!caller.may(permission)) {
                security.note(SecurityLog.Kind.PERMISSION_REFUSED, caller, permission);
                throw Problem.forbidden("the permission " + permission + " is required");
            }
        }
    }

    private static boolean isPublic(List<String> required) {
        return required.contains(Operations.PUBLIC);
    }

    private AccessTokens.@Nullable Claims claims(@Nullable String header, boolean open) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        try {
            return tokens.verify(header.substring(BEARER.length()).strip());
        } catch (InvalidToken e) {
            if (open) {
                // Logging in again with an old token still attached must work.
                return null;
            }
            throw Problem.unauthorized(e.reason());
        }
    }
}
