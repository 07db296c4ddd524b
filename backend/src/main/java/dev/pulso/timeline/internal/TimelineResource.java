package dev.pulso.timeline.internal;

import static dev.pulso.timeline.internal.TimelineMapper.TIMELINES;

import dev.pulso.api.TimelinesApi;
import dev.pulso.api.model.Loop;
import dev.pulso.api.model.TimelineKind;
import dev.pulso.api.model.TimelinePage;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.loop.Loops;
import dev.pulso.store.timeline.Timelines;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Timelines and loops over HTTP: translates, nothing else. */
class TimelineResource implements TimelinesApi {
    private static final List<String> KINDS =
            Stream.of(TimelineKind.values()).map(TimelineKind::value).toList();

    private final Timelines timelines;
    private final Loops loops;
    private final CallerContext context;

    TimelineResource(Timelines timelines, Loops loops, CallerContext context) {
        this.timelines = timelines;
        this.loops = loops;
        this.context = context;
    }

    @Override
    public Uni<TimelinePage> listLeadTimeline(UUID id, Integer limit, String cursor) {
        return page("leads", id, limit, cursor);
    }

    @Override
    public Uni<TimelinePage> listCompanyTimeline(UUID id, Integer limit, String cursor) {
        return page("companies", id, limit, cursor);
    }

    @Override
    public Uni<TimelinePage> listContactTimeline(UUID id, Integer limit, String cursor) {
        return page("contacts", id, limit, cursor);
    }

    @Override
    public Uni<TimelinePage> listDealTimeline(UUID id, Integer limit, String cursor) {
        return page("deals", id, limit, cursor);
    }

    @Override
    public Uni<TimelinePage> listCustomerTimeline(UUID id, Integer limit, String cursor) {
        return page("customers", id, limit, cursor);
    }

    @Override
    public Uni<TimelinePage> listContractTimeline(UUID id, Integer limit, String cursor) {
        return page("contracts", id, limit, cursor);
    }

    @Override
    public Uni<TimelinePage> listInvoiceTimeline(UUID id, Integer limit, String cursor) {
        return page("invoices", id, limit, cursor);
    }

    @Override
    public Uni<Loop> getLeadLoop(UUID id) {
        return loop("lead", "leads", id);
    }

    @Override
    public Uni<Loop> getCompanyLoop(UUID id) {
        return loop("company", "companies", id);
    }

    @Override
    public Uni<Loop> getContactLoop(UUID id) {
        return loop("contact", "contacts", id);
    }

    @Override
    public Uni<Loop> getDealLoop(UUID id) {
        return loop("deal", "deals", id);
    }

    @Override
    public Uni<Loop> getCustomerLoop(UUID id) {
        return loop("customer", "customers", id);
    }

    @Override
    public Uni<Loop> getContractLoop(UUID id) {
        return loop("contract", "contracts", id);
    }

    @Override
    public Uni<Loop> getInvoiceLoop(UUID id) {
        return loop("invoice", "invoices", id);
    }

    private Uni<Loop> loop(String kind, String table, UUID id) {
        return loops.of(context.caller(), kind, table, id).map(TIMELINES::toApi);
    }

    private Uni<TimelinePage> page(String table, UUID id, int limit, @Nullable String cursor) {
        return timelines
                .page(context.caller(), table, id, context.anyOf("kind", KINDS), limit, cursor)
                .map(TIMELINES::toApi);
    }
}
