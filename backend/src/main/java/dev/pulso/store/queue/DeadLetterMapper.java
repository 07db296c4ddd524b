package dev.pulso.store.queue;

import dev.pulso.api.model.DeadLetter;
import dev.pulso.api.model.DeadLetterPage;
import dev.pulso.store.data.Page;

/** Dead letters at the edge of the API. */
final class DeadLetterMapper {
    private DeadLetterMapper() {}

    static DeadLetterPage toApi(Page<DeadLetterData> page) {
        return new DeadLetterPage()
                .data(page.data().stream().map(DeadLetterMapper::toApi).toList())
                .nextCursor(page.nextCursor());
    }

    private static DeadLetter toApi(DeadLetterData letter) {
        return new DeadLetter()
                .id(letter.id())
                .queue(letter.queue())
                .referenceId(letter.referenceId())
                .eventType(letter.eventType())
                .recordId(letter.recordId())
                .attempts(Math.max(1, letter.attempts()))
                .error(letter.error())
                .createdAt(letter.createdAt())
                .failedAt(letter.failedAt());
    }
}
