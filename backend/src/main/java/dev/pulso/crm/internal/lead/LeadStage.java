package dev.pulso.crm.internal.lead;

import jakarta.persistence.EnumeratedValue;
import java.util.stream.Stream;

/** How far a lead is. Converted is reached by converting only. */
enum LeadStage {
    NEW("new"),
    CONTACTED("contacted"),
    QUALIFIED("qualified"),
    UNQUALIFIED("unqualified"),
    CONVERTED("converted");

    @EnumeratedValue
    private final String code;

    LeadStage(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static LeadStage of(String code) {
        return Stream.of(values())
                .filter(stage -> stage.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage of leads: " + code));
    }
}
