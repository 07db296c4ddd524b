package dev.pulso.crm.internal.deal;

import java.util.UUID;

/** There is no key between two cards, because both have the same one: the stage has to be respaced around them. */
final class CrowdedStage extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient UUID cardId;

    CrowdedStage(UUID cardId) {
        super("two cards share a key", null, false, false);
        this.cardId = cardId;
    }

    UUID cardId() {
        return cardId;
    }
}
