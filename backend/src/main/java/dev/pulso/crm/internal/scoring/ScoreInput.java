package dev.pulso.crm.internal.scoring;

import java.util.Locale;

/** What a rule may look at beside the four answers. */
public enum ScoreInput {
    EMAIL_OPENS(ScoreFamily.ENGAGEMENT),
    CONVERSATIONS(ScoreFamily.ENGAGEMENT),
    COMPANY_SIZE(ScoreFamily.FIT);

    private final ScoreFamily family;

    ScoreInput(ScoreFamily family) {
        this.family = family;
    }

    ScoreFamily family() {
        return family;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
