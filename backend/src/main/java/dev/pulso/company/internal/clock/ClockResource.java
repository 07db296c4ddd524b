package dev.pulso.company.internal.clock;

import dev.pulso.api.ClockApi;
import dev.pulso.api.model.BusinessClock;
import dev.pulso.api.model.ClockMove;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import io.smallrye.mutiny.Uni;

/** The clock of the company's business over HTTP. */
@AtMostOnce
class ClockResource implements ClockApi {
    private final ClockService clock;
    private final CallerContext context;

    ClockResource(ClockService clock, CallerContext context) {
        this.clock = clock;
        this.context = context;
    }

    @Override
    public Uni<BusinessClock> getClock() {
        return clock.current(context.caller()).map(ClockResource::toApi);
    }

    @Override
    public Uni<BusinessClock> moveClock(ClockMove body) {
        return clock.move(context.caller(), body.getTo()).map(ClockResource::toApi);
    }

    private static BusinessClock toApi(ClockService.State state) {
        return new BusinessClock()
                .now(state.now())
                .sandbox(state.sandbox())
                .aheadSeconds(state.ahead().toSeconds());
    }
}
