package dev.pulso.crm.internal.activity;

import dev.pulso.api.CalendarFeedApi;
import dev.pulso.api.model.CalendarFeed;
import dev.pulso.api.model.NewCalendarFeed;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.Downloads;
import io.smallrye.mutiny.Uni;
import java.net.URI;

/** The calendar of a person over HTTP: its address, and what stands there. */
@AtMostOnce
class CalendarFeedResource implements CalendarFeedApi {
    private final CalendarFeeds feeds;
    private final CallerContext context;
    private final Downloads downloads;

    CalendarFeedResource(CalendarFeeds feeds, CallerContext context, Downloads downloads) {
        this.feeds = feeds;
        this.context = context;
        this.downloads = downloads;
    }

    @Override
    public Uni<CalendarFeed> getCalendarFeed() {
        return feeds.state(context.caller())
                .map(state -> new CalendarFeed()
                        .status(
                                state.createdAt() == null
                                        ? CalendarFeed.StatusEnum.NONE
                                        : CalendarFeed.StatusEnum.ACTIVE)
                        .createdAt(state.createdAt())
                        .lastUsedAt(state.lastUsedAt()));
    }

    @Override
    public Uni<NewCalendarFeed> renewCalendarFeed() {
        return feeds.renew(context.caller())
                .map(made -> new NewCalendarFeed().url(URI.create(made.url())).createdAt(made.createdAt()));
    }

    @Override
    public Uni<Void> endCalendarFeed() {
        return feeds.end(context.caller());
    }

    @Override
    public Uni<String> readCalendarFeed(String token) {
        Downloads.Download here = downloads.here();
        return feeds.read(token, context.requestId()).invoke(text -> here.named("pulso.ics", 0, text));
    }
}
