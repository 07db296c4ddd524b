package dev.pulso.imports.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.kernel.Money;
import dev.pulso.store.imports.ImportField;
import dev.pulso.store.imports.ImportField.Choice;
import dev.pulso.store.imports.RowError;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowReaderTest {
    private static final List<ImportField> FIELDS = List.of(
            ImportField.text("title", 20, "Título").needed(),
            ImportField.money("amount", "Valor"),
            ImportField.date("on", "Data"),
            ImportField.integer("months", 0, 120, "Meses"),
            ImportField.choice(
                    "status", List.of(Choice.of("active", "ativo"), Choice.of("cancelled", "cancelado")), "Situação"));
    private static final ImportSettings SETTINGS = ImportSettings.parse(null, Money.BRL);
    private static final List<String> COLUMNS = List.of("a", "b", "c");

    @Test
    void a_template_puts_columns_together_and_leaves_no_loose_ends() {
        String mapping =
                "{\"title\": {\"template\": \"{a} - {b}\", \"values\": {\"GTXPro\": \"GTX Pro\", \"n/d\": null}}}";
        assertThat(read(mapping, "GTXPro", "Acme", "").get("title")).isEqualTo("GTX Pro - Acme");
        assertThat(read(mapping, "gtxpro", "", "").get("title")).isEqualTo("GTX Pro");
        assertThat(read(mapping, "N/D", "Acme", "").get("title")).isEqualTo("Acme");
        assertThat(errors(mapping, "", " ", "")).extracting(RowError::code).containsExactly("required");
    }

    @Test
    void what_a_cell_stands_for_is_read_before_any_row_is() {
        String mapping =
                "{\"title\": \"a\", \"status\": {\"column\": \"b\", \"values\": {\"Yes\": \"cancelled\", \"No\":"
                        + " \"Ativo\"}}, \"months\": {\"column\": \"c\", \"values\": {\"One year\": 12,"
                        + " \"Month-to-month\": \"\"}}}";
        assertThat(read(mapping, "x", "Yes", "One year"))
                .containsEntry("status", "cancelled")
                .containsEntry("months", 12);
        assertThat(read(mapping, "x", "no ", "Month-to-month"))
                .containsEntry("status", "active")
                .doesNotContainKey("months");
        assertThat(read(mapping, "x", "CANCELADO", "24"))
                .containsEntry("status", "cancelled")
                .containsEntry("months", 24);
        assertThat(errors(mapping, "x", "Maybe", "121"))
                .extracting(RowError::field, RowError::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("status", "unknown_value"),
                        org.assertj.core.api.Assertions.tuple("months", "out_of_range"));
    }

    @Test
    void a_default_fills_blank_cells_and_fields_without_a_column() {
        String mapping = "{\"title\": {\"column\": \"a\", \"default\": \"Sem nome\"}, \"amount\": {\"default\": 10.5},"
                + " \"on\": {\"default\": \"2024-01-31\"}, \"status\": {\"default\": \"ativo\"}}";
        assertThat(read(mapping, " ", "", ""))
                .containsEntry("title", "Sem nome")
                .containsEntry("amount", 1_050L)
                .containsEntry("on", LocalDate.of(2024, 1, 31))
                .containsEntry("status", "active");
    }

    @Test
    void a_column_of_dates_with_the_month_first_is_found_out() {
        RowReader.Survey survey = survey("{\"title\": \"a\", \"on\": \"b\"}");
        survey.add(List.of("x", "02/03/2024", ""));
        survey.add(List.of("x", "02/28/2024", ""));
        assertThat(values(survey.reader().read(2, List.of("x", "02/03/2024", "")))
                        .get("on"))
                .isEqualTo(LocalDate.of(2024, 2, 3));
    }

    @Test
    void a_column_that_holds_both_orders_is_not_guessed() {
        RowReader.Survey survey = survey("{\"title\": \"a\", \"on\": \"b\"}");
        List.of("31/12/2026", "12/31/2026").forEach(cell -> survey.add(List.of("x", cell, "")));
        RowReader reader = survey.reader();
        assertThat(((RowReader.Outcome.Refused) reader.read(2, List.of("x", "03/04/2026", ""))).errors())
                .extracting(RowError::code)
                .containsExactly("date_ambiguous");
        assertThat(values(reader.read(3, List.of("x", "12/30/2026", ""))).get("on"))
                .isEqualTo(LocalDate.of(2026, 12, 30));
    }

    @Test
    void what_the_mapping_itself_says_is_written_as_the_person_said_dates_are() {
        ImportSettings mdy = ImportSettings.parse("{\"date_order\": \"mdy\"}", Money.BRL);
        ColumnMapping mapping = ColumnMapping.parse(
                "{\"title\": \"a\", \"on\": {\"column\": \"b\", \"values\": {\"soon\": \"05/06/2026\"}, \"default\": \"03/04/2026\"}}",
                FIELDS,
                COLUMNS,
                mdy,
                ZoneOffset.UTC);
        RowReader reader =
                new RowReader.Survey(mapping, Set.of(), Money.BRL, null, mdy.dates(), ZoneOffset.UTC).reader();
        assertThat(values(reader.read(2, List.of("x", "", ""))).get("on")).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(values(reader.read(3, List.of("x", "Soon\u00a0", ""))).get("on"))
                .isEqualTo(LocalDate.of(2026, 5, 6));
    }

    @Test
    void an_instant_is_a_day_of_the_company() {
        ColumnMapping mapping = ColumnMapping.parse(
                "{\"title\": \"a\", \"on\": \"b\"}", FIELDS, COLUMNS, SETTINGS, ZoneId.of("America/Sao_Paulo"));
        RowReader reader =
                new RowReader.Survey(mapping, Set.of(), Money.BRL, null, null, ZoneId.of("America/Sao_Paulo")).reader();
        assertThat(values(reader.read(2, List.of("x", "2026-04-01T01:30:00Z", "")))
                        .get("on"))
                .isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void nothing_that_cannot_be_seen_makes_a_cell_or_a_word_another() {
        String mapping = "{\"title\": {\"template\": \"{a} - {b}\"}, \"months\": \"c\"}";
        assertThat(read(mapping, "\u00a0GTX\u200b", "\u3000", "\ufeff12"))
                .containsEntry("title", "GTX")
                .containsEntry("months", 12);
        assertThat(read("{\"title\": \"\\u00a0A\\u200b\"}", "Plano\nanual\u00a0", "", "")
                        .get("title"))
                .isEqualTo("Plano anual");
    }

    @Test
    void an_apostrophe_that_guards_a_formula_is_taken_away() {
        assertThat(read("{\"title\": \"a\"}", "'=1+1", "", "").get("title")).isEqualTo("=1+1");
        assertThat(read("{\"title\": \"a\"}", "'tis", "", "").get("title")).isEqualTo("'tis");
    }

    @Test
    void all_values_of_a_surveyed_field_are_known_in_order_of_appearance() {
        ColumnMapping mapping = ColumnMapping.parse(
                "{\"title\": {\"column\": \"a\", \"values\": {\"z\": \"Zero\"}}}",
                FIELDS,
                COLUMNS,
                SETTINGS,
                ZoneOffset.UTC);
        RowReader.Survey survey = new RowReader.Survey(mapping, Set.of("title"), Money.BRL, null, null, ZoneOffset.UTC);
        List.of("b", "z", "a", "b").forEach(cell -> survey.add(List.of(cell, "", "")));
        assertThat(survey.distinct()).isEqualTo(Map.of("title", List.of("b", "Zero", "a")));
    }

    @Test
    void columns_are_proposed_by_their_names_whatever_case_and_accents() {
        assertThat(MappingProposal.of(FIELDS, List.of("SITUACAO", "titulo", "Meses", "valor", "Cor", "DATA")))
                .isEqualTo(Map.of(
                        "title", "titulo", "amount", "valor", "on", "DATA", "months", "Meses", "status", "SITUACAO"));
    }

    private static Map<String, Object> read(String mapping, String... cells) {
        return values(reader(mapping, cells).read(2, List.of(cells)));
    }

    private static List<RowError> errors(String mapping, String... cells) {
        return ((RowReader.Outcome.Refused) reader(mapping, cells).read(2, List.of(cells))).errors();
    }

    private static Map<String, Object> values(RowReader.Outcome outcome) {
        return ((RowReader.Outcome.Read) outcome).row().values();
    }

    private static RowReader reader(String mapping, String... cells) {
        RowReader.Survey survey = survey(mapping);
        survey.add(List.of(cells));
        return survey.reader();
    }

    private static RowReader.Survey survey(String mapping) {
        return new RowReader.Survey(
                ColumnMapping.parse(mapping, FIELDS, COLUMNS, SETTINGS, ZoneOffset.UTC),
                Set.of(),
                Money.BRL,
                null,
                null,
                ZoneOffset.UTC);
    }
}
