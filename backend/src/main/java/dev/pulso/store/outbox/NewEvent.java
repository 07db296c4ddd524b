package dev.pulso.store.outbox;

import java.util.UUID;

/**
 * A fact to publish.
 *
 * @param type such as {@code deal.won}
 * @param aggregateId the record it is about
 * @param payload a record; written as snake_case JSON
 */
public record NewEvent(String type, UUID aggregateId, Object payload) {}
