package dev.pulso.imports.internal.mapping;

import dev.pulso.store.imports.ImportField;
import dev.pulso.store.imports.Names;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Guesses which column fills which field, by their names. */
public final class MappingProposal {
    private MappingProposal() {}

    /** Field -> column; a column is proposed once, to the field that names it best. */
    public static Map<String, String> of(List<ImportField> fields, List<String> columns) {
        Map<String, String> proposal = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        // A field's own name first, then its other names in the order of their fitness, over all fields.
        int ranks =
                fields.stream().mapToInt(field -> field.allNames().size()).max().orElse(0);
        for (int rank = 0; rank < ranks; rank++) {
            for (ImportField field : fields) {
                if (proposal.containsKey(field.name())
                        || rank >= field.allNames().size()) {
                    continue;
                }
                String wanted = Names.key(field.allNames().get(rank));
                columns.stream()
                        .filter(column ->
                                !taken.contains(column) && Names.key(column).equals(wanted))
                        .findFirst()
                        .ifPresent(column -> {
                            proposal.put(field.name(), column);
                            taken.add(column);
                        });
            }
        }
        Map<String, String> inOrder = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> proposal.containsKey(field.name()))
                .forEach(field -> inOrder.put(field.name(), proposal.get(field.name())));
        return inOrder;
    }
}
