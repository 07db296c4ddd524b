package dev.pulso.store.queue;

import dev.pulso.api.WorkApi;
import dev.pulso.api.model.DeadLetterPage;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.store.data.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Dead letters over HTTP. */
@AtMostOnce
class DeadLetterResource implements WorkApi {
    private final DeadLetters letters;
    private final CallerContext context;

    DeadLetterResource(DeadLetters letters, CallerContext context) {
        this.letters = letters;
        this.context = context;
    }

    @Override
    public Uni<DeadLetterPage> listDeadLetters(String queue, Integer limit, String cursor) {
        return letters.list(context.caller(), queue, PageRequest.of(limit, null, cursor))
                .map(DeadLetterMapper::toApi);
    }

    @Override
    public Uni<Void> retryDeadLetter(UUID id) {
        return letters.retry(context.caller(), id);
    }

    @Override
    public Uni<Void> dropDeadLetter(UUID id) {
        return letters.drop(context.caller(), id);
    }
}
