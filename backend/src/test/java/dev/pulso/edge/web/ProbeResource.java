package dev.pulso.edge.web;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.StaleStateException;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Operations of the tests. They borrow operationIds of the contract, because the filter refuses any other. */
@AtMostOnce
@Path("/api/probe")
@Produces("application/json")
@Consumes("application/json")
public class ProbeResource {
    static final AtomicInteger EFFECTS = new AtomicInteger();

    private final CallerContext callers;
    private final PatchBody patch;
    private final Tenancy tenancy;

    ProbeResource(CallerContext callers, PatchBody patch, Tenancy tenancy) {
        this.callers = callers;
        this.patch = patch;
        this.tenancy = tenancy;
    }

    public enum Colour {
        red,
        green
    }

    public record Line(@NotNull @Max(100) Integer unitCents) {}

    public record Thing(
            @NotBlank String name,
            Colour colour,
            LocalDate dueOn,
            Integer amountCents,
            @Valid List<Line> lines) {}

    public record Versioned(String name, Integer version) {
        public Integer getVersion() {
            return version;
        }
    }

    @POST
    @Path("/public")
    public Uni<Thing> login(@Valid @NotNull Thing thing) {
        return Uni.createFrom().item(thing);
    }

    @GET
    @Path("/me")
    public Uni<Map<String, Object>> getProfile() {
        return Uni.createFrom()
                .item(() -> Map.of(
                        "actor", callers.caller().actor(),
                        "tenant", callers.caller().tenantId().toString(),
                        "request_id", callers.caller().requestId()));
    }

    @GET
    @Path("/things/{id}")
    public Uni<Versioned> listInvoices(
            @PathParam("id") UUID id,
            @QueryParam("status") Colour status,
            @QueryParam("customer_id") UUID customerId,
            @QueryParam("due_from") LocalDate dueFrom,
            @QueryParam("limit") @Max(200) @DefaultValue("50") Integer limit) {
        return Uni.createFrom().item(new Versioned(id.toString(), 3));
    }

    @PATCH
    @Path("/things/{id}")
    public Uni<Versioned> updateDeal(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, Versioned body) {
        ExpectedVersion.required(ifMatch).check(3);
        return Uni.createFrom().item(new Versioned(patch.has("name") + "/" + body.name(), 4));
    }

    @POST
    @Path("/operators-only")
    public Uni<Versioned> createUser() {
        return Uni.createFrom().item(new Versioned("made", 0));
    }

    @GET
    @Path("/outside-of-the-contract")
    public Uni<String> nobodySpecifiedThis() {
        return Uni.createFrom().item("{}");
    }

    @GET
    @Path("/bug")
    public Uni<String> getTenant() {
        return Uni.createFrom().failure(new IllegalStateException("dev.pulso.Secret exploded"));
    }

    @POST
    @Path("/sql")
    public Uni<Versioned> createLead(Map<String, String> body) {
        return tenancy.sql(
                        callers.caller(),
                        connection -> connection.preparedQuery(body.get("sql")).execute(Tuple.tuple()))
                .replaceWith(new Versioned("done", 0));
    }

    @POST
    @Path("/read")
    public Uni<Versioned> createDeal(Map<String, String> body) {
        return tenancy.query(callers.caller(), body.get("sql"), Tuple.tuple()).replaceWith(new Versioned("done", 0));
    }

    /** Writes a lead, then a statement that takes longer than it may. */
    @POST
    @Path("/slow-write")
    public Uni<Versioned> createContact(Map<String, String> body) {
        return tenancy.sql(
                        callers.caller(),
                        connection -> connection
                                .preparedQuery("insert into leads (tenant_id, id, name) values ($1, $2, $3)")
                                .execute(Tuple.of(callers.caller().tenantId(), Ids.next(), body.get("name")))
                                .chain(() -> connection
                                        .query("set local statement_timeout = '100ms'")
                                        .execute())
                                .chain(() ->
                                        connection.query("select pg_sleep(20)").execute()))
                .replaceWith(new Versioned("done", 0));
    }

    @POST
    @Path("/once")
    public Uni<Versioned> recordPayment(Map<String, String> body) {
        return tenancy.write(
                callers.caller(),
                session -> session.createNativeQuery("select pg_sleep(0.3)")
                        .getSingleResult()
                        .map(slept -> new Versioned(Ids.next().toString(), EFFECTS.incrementAndGet())));
    }

    /** Somebody was faster, and nobody can say with which record. */
    @PATCH
    @Path("/overtaken")
    public Uni<Versioned> updateLead() {
        return tenancy.write(
                callers.caller(),
                session -> Uni.createFrom().failure(new StaleStateException("a row less than expected")));
    }

    @POST
    @Path("/upload")
    @Consumes("multipart/form-data")
    public Uni<Map<String, Object>> createImport(@RestForm("file") FileUpload file) {
        return Uni.createFrom().item(Map.of("size", file.size()));
    }
}
