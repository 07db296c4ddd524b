package dev.pulso.edge.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.tenancy.DatabaseBusy;
import dev.pulso.store.tenancy.Overtaken;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns whatever a request ends in into a problem. Nothing of the inside (class names, SQL) gets out. */
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final CurrentVertxRequest request;
    private final DatabaseProblems database;

    ProblemMapper(CurrentVertxRequest request, DatabaseProblems database) {
        this.request = request;
        this.database = database;
    }

    @ServerExceptionMapper
    Response problem(Problem problem) {
        return render(problem);
    }

    @ServerExceptionMapper(priority = 1)
    Response invalid(ConstraintViolationException invalid) {
        return render(ValidationProblems.of(invalid));
    }

    @ServerExceptionMapper(priority = 1)
    Response mismatch(MismatchedInputException mismatch) {
        return render(JsonProblems.of(mismatch));
    }

    @ServerExceptionMapper(priority = 1)
    Response json(JsonProcessingException json) {
        return render(JsonProblems.of(json));
    }

    @ServerExceptionMapper(priority = 1)
    Response notFound(NotFoundException notFound, UriInfo uri, ResourceInfo resource) {
        return render(ParameterProblems.of(uri, resource));
    }

    @ServerExceptionMapper(priority = 1)
    Response refused(WebApplicationException refused) {
        return render(of(refused));
    }

    @ServerExceptionMapper(priority = 1)
    Response anything(Throwable failure) {
        return render(of(failure));
    }

    Problem of(Throwable failure) {
        Map<Throwable, Boolean> seen = new IdentityHashMap<>();
        for (Throwable cause = failure; cause != null && seen.put(cause, true) == null; cause = cause.getCause()) {
            Problem known = known(cause);
            if (known != null) {
                return known;
            }
        }
        LOG.errorf(failure, "%s failed", requestId());
        return Problem.unexpected();
    }

    private @Nullable Problem known(Throwable cause) {
        return switch (cause) {
            case Problem problem -> problem;
            case ConstraintViolationException invalid -> ValidationProblems.of(invalid);
            case JsonProcessingException json -> JsonProblems.of(json);
            case WebApplicationException refused
            when refused.getCause() instanceof JsonProcessingException json -> JsonProblems.of(json);
            case WebApplicationException refused
            when refused.getResponse().getStatus() < 500 ->
                ofStatus(refused.getResponse().getStatus());
            case IOException broken
            when isUnreadableForm(broken) -> Problem.malformed("the form has no end, or no parts");
            case DatabaseBusy busy -> {
                LOG.warnf("%s %s", requestId(), busy.getMessage());
                yield busy.own() ? Problem.tooMany(1) : Problem.busy();
            }
            case Overtaken overtaken -> overtaken(overtaken);
            default -> database.of(cause);
        };
    }

    /** Somebody else was faster by less than it takes to write: for who named a version, that is stale now. */
    private Problem overtaken(Overtaken overtaken) {
        RoutingContext context = request.getCurrent();
        if (context == null || !context.request().headers().contains("If-Match")) {
            return Problem.changedMeanwhile();
        }
        Integer currentVersion = overtaken.currentVersion();
        if (currentVersion != null) {
            return Problem.preconditionFailed(currentVersion);
        }
        // One that was deleted meanwhile is not there for who asks now; of what is not known nobody says that it is
        // gone.
        return overtaken.gone()
                ? Problem.notFound()
                : Problem.of(ProblemType.STALE, "the record has changed since the version in If-Match");
    }

    /** The parser of forms has no exception of its own for a form that is cut short. */
    private static boolean isUnreadableForm(IOException broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        return trace.length > 0
                && trace[0].getClassName().startsWith("org.jboss.resteasy.reactive.server.core.multipart.");
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> Problem.unauthorized("a valid access token is required");
            case 403 -> Problem.forbidden(null);
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "there is nothing at this address");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, null);
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "this answers application/json");
            case 413 -> Problem.tooLarge("a file may have 50 MiB, any other body 1 MiB");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, null);
            case 429 -> Problem.tooMany(1);
            default -> Problem.of(ProblemType.MALFORMED, null);
        };
    }

    private Response render(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(ProblemJson.MEDIA_TYPE)
                .entity(ProblemJson.render(problem, requestId(), request.getCurrent()));
        problem.headers().forEach(response::header);
        return response.build();
    }

    private String requestId() {
        RoutingContext context = request.getCurrent();
        return context == null ? "-" : HttpEdge.requestId(context);
    }
}
