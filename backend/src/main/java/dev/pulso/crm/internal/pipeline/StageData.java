package dev.pulso.crm.internal.pipeline;

import java.util.Set;
import java.util.UUID;

/**
 * A column of the board. {@code probability}: percent.
 *
 * @param rottingDays after so many days a deal that is still here is rotting; 0: never
 * @param requiredFields what a deal must have to come in
 */
public record StageData(
        UUID id, String name, StageType type, int probability, int rottingDays, Set<StageField> requiredFields) {

    public StageData {
        requiredFields = Set.copyOf(requiredFields);
    }
}
