package dev.pulso.platform.web;

import dev.pulso.platform.security.AccessTokens;
import dev.pulso.platform.security.InvalidToken;
import dev.pulso.platform.security.Roles;
import dev.pulso.platform.tenancy.Caller;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Enforces what the contract says about an operation: who may call it, and that versioned answers carry an ETag. */
@Singleton
class ContractFilter {
    private static final Logger LOG = Logger.getLogger(ContractFilter.class);
    private static final String BEARER = "Bearer ";

    private final Operations operations;
    private final AccessTokens tokens;
    private final CallerContext callers;

    /** Finds getVersion() of the answer's class once per class. */
    private final ClassValue<@Nullable MethodHandle> version = new ClassValue<>() {
        @Override
        protected @Nullable MethodHandle computeValue(Class<?> type) {
            try {
                return MethodHandles.publicLookup()
                        .findVirtual(type, "getVersion", MethodType.methodType(Integer.class))
                        .asType(MethodType.methodType(Integer.class, Object.class));
            } catch (ReflectiveOperationException e) {
                return null;
            }
        }
    };

    ContractFilter(Operations operations, AccessTokens tokens, CallerContext callers) {
        this.operations = operations;
        this.tokens = tokens;
        this.callers = callers;
    }

    @ServerRequestFilter
    void permit(ContainerRequestContext request, SimpleResourceInfo resource, RoutingContext context) {
        String operation = resource.getMethodName();
        String required = operation == null ? null : operations.permission(operation);
        String requestId = HttpEdge.requestId(context);
        if (required == null) {
            LOG.errorf("%s refused: the contract knows no operation %s", requestId, operation);
            throw Problem.forbidden("the operation is not part of the contract");
        }
        boolean open = required.equals(Operations.PUBLIC);
        Caller caller = caller(request.getHeaderString("Authorization"), requestId, open);
        callers.identify(caller, requestId);
        if (open) {
            return;
        }
        if (caller == null) {
            throw Problem.unauthorized("a valid access token is required");
        }
        if (!required.equals(Operations.AUTHENTICATED) && !caller.may(required)) {
            throw Problem.forbidden("the permission " + required + " is required");
        }
    }

    @ServerResponseFilter
    void tag(ContainerResponseContext response, SimpleResourceInfo resource) throws Throwable {
        Object entity = response.getEntity();
        String operation = resource.getMethodName();
        if (entity == null
                || operation == null
                || response.getStatus() >= 300
                || !operations.answersWithETag(operation)) {
            return;
        }
        MethodHandle getter = version.get(entity.getClass());
        Integer present = getter == null ? null : (Integer) getter.invokeExact(entity);
        if (present != null) {
            response.getHeaders().putSingle("ETag", ExpectedVersion.tag(present));
        }
    }

    private @Nullable Caller caller(@Nullable String header, String requestId, boolean open) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        try {
            AccessTokens.Claims claims =
                    tokens.verify(header.substring(BEARER.length()).strip());
            return new Caller(
                    claims.tenantId(), claims.userId(), claims.email(), Roles.permissions(claims.role()), requestId);
        } catch (InvalidToken e) {
            if (open) {
                // Logging in again with an old token still attached must work.
                return null;
            }
            throw Problem.unauthorized(e.reason());
        }
    }
}
