package dev.pulso.crm.internal.demo;

import dev.pulso.demo.Chance;
import dev.pulso.demo.DemoRows;
import dev.pulso.demo.DemoYear;
import dev.pulso.store.data.Custom;
import dev.pulso.store.data.CustomOption;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the agency wants to know of companies and leads beside what everybody does, and what it knows. */
final class CustomFieldPlans {
    private static final List<String> CHANNELS = List.of("WhatsApp", "E-mail", "Telefone");
    private static final int KNOWN = 70;

    private final DemoYear year;
    private final OffsetDateTime madeAt;
    private final List<JsonObject> fields = new ArrayList<>();
    private final List<CustomOption> ofCompanies;
    private final List<CustomOption> ofLeads;
    private final Chance chance;

    CustomFieldPlans(DemoYear year) {
        this.year = year;
        this.madeAt = year.midnight(year.firstDay(), 9 * 60 * 60);
        this.chance = year.chance("crm.custom-fields");
        this.ofCompanies = options(10);
        this.ofLeads = options(20);
        field("companies", "unidades", "Unidades", "number", 0, List.of());
        field("companies", "canal", "Canal preferido", "select", 1, ofCompanies);
        field("leads", "canal", "Canal preferido", "select", 0, ofLeads);
    }

    List<JsonObject> fields() {
        return fields;
    }

    /** What stands in them of a company, as the column keeps it. */
    String company() {
        Map<String, Object> values = new HashMap<>();
        if (chance.percent(KNOWN)) {
            values.put("unidades", Integer.toString(chance.between(1, 12)));
        }
        if (chance.percent(KNOWN)) {
            values.put("canal", chance.pick(ofCompanies).id().toString());
        }
        return new Custom(values).write();
    }

    /** The rows of leads with the same of each. */
    List<JsonObject> leads(List<JsonObject> rows) {
        return rows.stream()
                .map(row -> row.copy()
                        .put(
                                Custom.COLUMN,
                                chance.percent(KNOWN)
                                        ? new Custom(Map.of(
                                                        "canal",
                                                        chance.pick(ofLeads)
                                                                .id()
                                                                .toString()))
                                                .write()
                                        : Custom.NONE.write()))
                .toList();
    }

    private List<CustomOption> options(int from) {
        List<CustomOption> options = new ArrayList<>();
        for (String channel : CHANNELS) {
            UUID id = year.id("custom_option", from + options.size(), madeAt);
            options.add(new CustomOption(id, channel, false));
        }
        return options;
    }

    private void field(String kind, String key, String label, String type, int position, List<CustomOption> options) {
        fields.add(DemoRows.row(
                "id",
                year.id("custom_field", fields.size(), madeAt),
                "kind",
                kind,
                "key",
                key,
                "label",
                label,
                "type",
                type,
                "position",
                position,
                "options",
                CustomOption.write(options),
                "created_at",
                madeAt,
                "updated_at",
                madeAt));
    }
}
