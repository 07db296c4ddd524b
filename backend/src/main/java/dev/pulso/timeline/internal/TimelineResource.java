package dev.pulso.timeline.internal;

import static dev.pulso.timeline.internal.TimelineMapper.TIMELINES;

import dev.pulso.api.TimelinesApi;
import dev.pulso.api.model.TimelineKind;
import dev.pulso.api.model.TimelinePage;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.timeline.Timelines;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Timelines over HTTP: translates, nothing else. */
class TimelineResource implements TimelinesApi {
    private static final List<String> KINDS =
            Stream.of(TimelineKind.values()).map(TimelineKind::value).toList();

    private final Timelines timelines;
    private final CallerContext context;

    TimelineResource(Timelines timelines, CallerContext context) {
        this.timelines = timelines;
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

    private Uni<TimelinePage> page(String table, UUID id, int limit, @Nullable String cursor) {
        return timelines
                .page(context.caller(), table, id, context.anyOf("kind", KINDS), limit, cursor)
                .map(TIMELINES::toApi);
    }
}
