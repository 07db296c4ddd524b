package dev.pulso.lists.internal.bulk;

import static dev.pulso.lists.internal.bulk.BulkMapper.BULK;

import dev.pulso.api.BulkApi;
import dev.pulso.api.model.BulkCreate;
import dev.pulso.api.model.BulkJob;
import dev.pulso.api.model.BulkJobPage;
import dev.pulso.api.model.BulkRefusedPage;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Bulk jobs over HTTP: translates, nothing else. */
@AtMostOnce
class BulkResource implements BulkApi {
    private final BulkService bulk;
    private final CallerContext context;

    BulkResource(BulkService bulk, CallerContext context) {
        this.bulk = bulk;
        this.context = context;
    }

    @Override
    public Uni<BulkJob> bulkLeads(BulkCreate body) {
        return order("leads", body);
    }

    @Override
    public Uni<BulkJob> bulkCompanies(BulkCreate body) {
        return order("companies", body);
    }

    @Override
    public Uni<BulkJob> bulkContacts(BulkCreate body) {
        return order("contacts", body);
    }

    @Override
    public Uni<BulkJob> bulkDeals(BulkCreate body) {
        return order("deals", body);
    }

    @Override
    public Uni<BulkJob> bulkActivities(BulkCreate body) {
        return order("activities", body);
    }

    @Override
    public Uni<BulkJob> bulkCustomers(BulkCreate body) {
        return order("customers", body);
    }

    @Override
    public Uni<BulkJob> bulkContracts(BulkCreate body) {
        return order("contracts", body);
    }

    @Override
    public Uni<BulkJobPage> listBulkJobs(Integer limit, String cursor) {
        return bulk.list(context.caller(), PageRequest.of(limit, null, cursor))
                .map(page -> new BulkJobPage()
                        .data(page.data().stream().map(this::toApi).toList())
                        .nextCursor(page.nextCursor()));
    }

    @Override
    public Uni<BulkJob> getBulkJob(UUID id) {
        return bulk.get(context.caller(), id).map(this::toApi);
    }

    @Override
    public Uni<BulkRefusedPage> listBulkRefused(UUID id, Integer limit, String cursor) {
        return bulk.refused(context.caller(), id, PageRequest.of(limit, null, cursor))
                .map(page -> new BulkRefusedPage()
                        .data(page.data().stream().map(BULK::toApi).toList())
                        .nextCursor(page.nextCursor()));
    }

    @Override
    public Uni<BulkJob> undoBulkJob(UUID id) {
        return bulk.undo(context.caller(), id).map(this::toApi);
    }

    private Uni<BulkJob> order(String kind, BulkCreate body) {
        return bulk.order(context.caller(), kind, BULK.toRequest(body)).map(this::toApi);
    }

    private BulkJob toApi(BulkJobData job) {
        return BULK.toApi(job, bulk.undoable(context.caller(), job));
    }
}
