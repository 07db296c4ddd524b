package dev.pulso.lists.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How rows are written, and that none of them stays in memory. */
class RowFilesTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final List<ExportTable.Head> HEADS = List.of(
            new ExportTable.Head("name", "Nome"),
            new ExportTable.Head("amount", "Valor"),
            new ExportTable.Head("amount_cents", "Valor (amount_cents)"),
            new ExportTable.Head("due_on", "Vence"),
            new ExportTable.Head("created_at", "Criado"),
            new ExportTable.Head("tags", "Etiquetas"));
    private static final Object[] ROW = {
        "=cmd|'/c calc'!A1; \"Ana\"\nSouza 😀",
        new BigDecimal("-1234.50"),
        -123_450L,
        LocalDate.of(2026, 1, 31),
        Instant.parse("2026-01-31T01:30:00Z"),
        List.of("a", "b")
    };
    private static final long ROWS_LATER_BYTES = 12L * 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void a_spreadsheet_of_brazil_gets_semicolons_commas_and_days_as_they_are_written_there() throws IOException {
        assertThat(csv(Conventions.PT_BR))
                .isEqualTo("\ufeffNome;Valor;Valor (amount_cents);Vence;Criado;Etiquetas\r\n"
                        + "\"'=cmd|'/c calc'!A1; \"\"Ana\"\"\nSouza 😀\";-1234,50;-123450;31/01/2026;30/01/2026 22:30:00;\"a, b\"\r\n"
                                .replace("\"a, b\"", "a, b"));
    }

    @Test
    void a_program_gets_commas_points_and_iso() throws IOException {
        assertThat(csv(Conventions.STANDARD))
                .startsWith("Nome,Valor,")
                .endsWith(",-1234.50,-123450,2026-01-31,2026-01-31T01:30:00Z,\"a, b\"\r\n");
        assertThat(csv(Conventions.EN)).endsWith(",-1234.50,-123450,01/31/2026,01/30/2026 22:30:00,\"a, b\"\r\n");
    }

    @Test
    void json_has_the_names_of_the_api_and_texts_as_they_are() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ObjectMapper json = new ObjectMapper();
        try (JsonFile file = new JsonFile(out, HEADS, json)) {
            file.row(ROW);
            file.row(new Object[6]);
        }
        List<?> rows = json.readValue(out.toByteArray(), List.class);
        assertThat(rows).hasSize(2);
        assertThat(((Map<?, ?>) rows.getFirst()).get("name")).isEqualTo(ROW[0]);
        assertThat(((Map<?, ?>) rows.getFirst()).get("amount")).isEqualTo("-1234.50");
        assertThat(((Map<?, ?>) rows.getFirst()).get("amount_cents")).isEqualTo(-123_450);
        assertThat(((Map<?, ?>) rows.getFirst()).get("tags")).isEqualTo(List.of("a", "b"));
        assertThat(((Map<?, ?>) rows.getLast()).get("name")).isNull();
    }

    @Test
    void a_list_without_rows_is_a_whole_file() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonFile(out, HEADS, new ObjectMapper()).close();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("[]");
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        new XlsxFile(workbook, HEADS, ZONE).close();
        assertThat(sheet(workbook.toByteArray())).contains("Etiquetas");
    }

    @Test
    void a_workbook_has_types_and_runs_nothing() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XlsxFile file = new XlsxFile(out, HEADS, ZONE)) {
            file.row(ROW);
        }
        String sheet = sheet(out.toByteArray());
        assertThat(sheet).contains("&apos;=cmd|").doesNotContain("<f>");
        assertThat(sheet).contains("<v>-1234.50</v>").contains("<v>-123450</v>");
        // Days since 1899-12-30, which is how a spreadsheet has them.
        assertThat(sheet).contains("<v>46053");
    }

    @Test
    void a_hundred_thousand_rows_more_take_no_more_memory() throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(format.name()));
                    RowFile file = switch (format) {
                        case csv -> new CsvFile(out, HEADS, Conventions.PT_BR, ZONE);
                        case xlsx -> new XlsxFile(out, HEADS, ZONE);
                        case json -> new JsonFile(out, HEADS, new ObjectMapper());
                    }) {
                write(file, 10_000);
                long early = used();
                write(file, 100_000);
                long later = used();
                assertThat(later - early).as(format.name()).isLessThan(ROWS_LATER_BYTES);
            }
        }
    }

    private static void write(RowFile file, int rows) throws IOException {
        for (int i = 0; i < rows; i++) {
            Object[] row = ROW.clone();
            row[0] = "Lead " + i + " com um nome que não se repete";
            file.row(row);
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String csv(Conventions conventions) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvFile file = new CsvFile(out, HEADS, conventions, ZONE)) {
            file.row(ROW);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private String sheet(byte[] workbook) throws IOException {
        Path kept = Files.write(folder.resolve("workbook.xlsx"), workbook);
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
