package dev.pulso.kernel.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pulso.kernel.DecimalStyle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvProbeTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    @Test
    void a_brazilian_spreadsheet_saved_by_excel_is_understood() throws IOException {
        CsvShape shape = probe("""
                Cliente;CNPJ;E-mail;Telefone;Valor;Início;Observação;Vazia
                Padaria São João;12.ABC.345/01DE-35;ana@padaria.com.br;(11) 98765-4321;R$ 1.234,56;05/03/2024;;
                Açougue;52998224725;bia@acougue.com.br;11 3333-4444;R$ 50,00;31/12/2024;"paga; à vista";
                """, WINDOWS_1252);
        assertThat(shape.format()).isEqualTo(new CsvFormat(WINDOWS_1252, ';'));
        assertThat(shape.rows()).isEqualTo(2);
        assertThat(shape.columns())
                .extracting(CsvColumn::name)
                .containsExactly("Cliente", "CNPJ", "E-mail", "Telefone", "Valor", "Início", "Observação", "Vazia");
        assertThat(shape.columns())
                .extracting(column -> column.type().code())
                .containsExactly("text", "tax_id", "email", "phone", "amount", "date", "text", "empty");
        assertThat(shape.column("Valor").orElseThrow().decimalStyle()).isEqualTo(DecimalStyle.COMMA);
        assertThat(shape.column("Cliente").orElseThrow().samples()).containsExactly("Padaria São João", "Açougue");
        assertThat(shape.column("Observação").orElseThrow().filled()).isEqualTo(1);
        assertThat(shape.samples().getLast().line()).isEqualTo(3);
        assertThat(shape.samples().getLast().values()).contains("paga; à vista");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void every_usual_separator_is_found(String separator) throws IOException {
        String text = "id,nome,valor\n1,\"Silva, Ana; e | outros\",2.50\n2,Bia,3.75\n".replace(",", "§");
        text = text.replace("Silva§", "Silva,").replace("§", separator);
        CsvShape shape = probe(text, StandardCharsets.UTF_8);
        assertThat(shape.format().separator()).isEqualTo(separator.charAt(0));
        assertThat(shape.samples().getFirst().values()).containsExactly("1", "Silva, Ana; e | outros", "2.50");
    }

    @Test
    void decimal_commas_are_not_separators() throws IOException {
        CsvShape shape = probe("plano;preço,custo\nA;1,50\nB;2,75\n", StandardCharsets.UTF_8);
        assertThat(shape.format().separator()).isEqualTo(';');
        assertThat(shape.columns()).hasSize(2);
    }

    @Test
    void a_list_of_one_column_is_a_file_too() throws IOException {
        CsvShape shape = probe("nome\nSilva, Ana\nBia\n", StandardCharsets.UTF_8);
        assertThat(shape.columns()).hasSize(1);
        assertThat(shape.rows()).isEqualTo(2);
        assertThat(shape.brokenRows()).isEqualTo(1);
        assertThat(shape.firstBroken().getFirst().reason().code()).isEqualTo("csv_row_too_long");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ef bb bf, UTF-8", "UTF-16LE, ff fe, UTF-16", "UTF-16BE, fe ff, UTF-16"})
    void a_byte_order_mark_names_the_encoding_and_not_the_first_column(String written, String mark, String found)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String octet : mark.split(" ")) {
            bytes.write(Integer.parseInt(octet, 16));
        }
        bytes.write("código;preço\n1;R$ 2,00\n".getBytes(Charset.forName(written)));
        CsvShape shape = CsvProbe.probe(file(bytes.toByteArray()), CsvLimits.DEFAULT);
        assertThat(shape.format().charset()).isEqualTo(Charset.forName(found));
        assertThat(shape.columns()).extracting(CsvColumn::name).containsExactly("código", "preço");
    }

    @Test
    void the_only_accent_may_stand_in_the_last_row_of_a_large_file() throws IOException {
        String rows = "a;b\n" + "1;x\n".repeat(100_000) + "2;São";
        assertThat(probe(rows, WINDOWS_1252).format().charset()).isEqualTo(WINDOWS_1252);
        assertThat(probe(rows, StandardCharsets.UTF_8).format().charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(probe(rows, WINDOWS_1252).rows()).isEqualTo(100_001);
    }

    @Test
    void the_first_line_that_excel_writes_for_itself_is_no_header() throws IOException {
        CsvShape shape = probe("sep=|\r\na|b\r\n1|2\r\n", StandardCharsets.UTF_8);
        assertThat(shape.columns()).extracting(CsvColumn::name).containsExactly("a", "b");
        assertThat(shape.samples()).containsExactly(new CsvRow.Fields(3, List.of("1", "2")));
    }

    @Test
    void the_column_tells_how_its_amounts_are_written() throws IOException {
        CsvShape shape = probe(
                "a;b;c;d\n1.234;1,234.56;1.234;10\n50;9.90;2.500;20\n12,5;1.000;1.000;30\n", StandardCharsets.UTF_8);
        assertThat(shape.columns())
                .extracting(CsvColumn::decimalStyle)
                .containsExactly(DecimalStyle.COMMA, DecimalStyle.POINT, DecimalStyle.COMMA, DecimalStyle.COMMA);
        assertThat(shape.columns())
                .extracting(CsvColumn::decimalStyleIsGuess)
                .containsExactly(false, false, true, false);
        assertThat(shape.columns().get(3).type()).isEqualTo(CsvColumn.Type.INTEGER);
        assertThat(shape.columns().get(0).type()).isEqualTo(CsvColumn.Type.AMOUNT);
    }

    @Test
    void a_few_odd_values_do_not_change_what_a_column_is() throws IOException {
        String days = "quando\n" + "05/03/2024\n".repeat(39) + "amanhã\n";
        assertThat(probe(days, StandardCharsets.UTF_8).columns().getFirst().type())
                .isEqualTo(CsvColumn.Type.DATE);
    }

    @Test
    void rows_that_do_not_fit_are_reported_in_their_place_and_stop_nothing() throws IOException {
        CsvShape shape =
                probe("a;b;c\n1;2;3\n\n1;2\n;;\n1;2;3;4\n1;2;3;;\n\"x\ny\";2;3\n7;8;9\n", StandardCharsets.UTF_8);
        assertThat(shape.rows()).isEqualTo(6);
        assertThat(shape.brokenRows()).isEqualTo(2);
        assertThat(shape.firstBroken()).extracting(CsvRow.Broken::line).containsExactly(4L, 6L);
        assertThat(shape.firstBroken())
                .extracting(row -> row.reason().code())
                .containsExactly("csv_row_too_short", "csv_row_too_long");
        assertThat(shape.samples()).extracting(CsvRow.Fields::line).containsExactly(2L, 7L, 8L, 10L);
    }

    @Test
    void a_field_beyond_the_limit_breaks_its_row_only() throws IOException {
        CsvShape shape = CsvProbe.probe(file("a;b\n1;" + "x".repeat(101) + "\n2;y\n"), new CsvLimits(10_000, 10, 100));
        assertThat(shape.firstBroken()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.reason().code()).isEqualTo("csv_field_too_long");
        });
        assertThat(shape.samples()).containsExactly(new CsvRow.Fields(3, List.of("2", "y")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                     | csv_empty            | 0
            '\\n\\n'               | csv_empty            | 0
            'a;;c\\n1;2;3'         | csv_header_blank     | 2
            'a;;c\\n1;;3\\n4;5;6'  | csv_header_blank     | 3
            ';;\\n1;;3'            | csv_header_blank     | 1
            'a;b\\n1;2\\n3;"x\\n4;5\\n' | csv_unclosed_quote | 3
            'a;b\\n1;2\\n3;"'      | csv_unclosed_quote   | 3
            'a\\n"x'               | csv_unclosed_quote   | 2
            'a;b\\n1;\\u0000'      | csv_not_text         | 0
            """)
    void a_file_that_cannot_be_read_says_why_and_where(String text, String code, long line) throws IOException {
        Path file = file(text.replace("\\n", "\n").replace("\\u0000", "\u0000"));
        CsvException refused = catchThrowableOfType(CsvException.class, () -> CsvProbe.probe(file, CsvLimits.DEFAULT));
        assertThat(refused.reason().code()).isEqualTo(code);
        assertThat(refused.line().orElse(0)).isEqualTo(line);
    }

    @Test
    void what_a_spreadsheet_leaves_empty_is_no_column() throws IOException {
        CsvShape trailing = probe("Negócio;Valor;\nA;1;\nB;2;\u00a0;\n", StandardCharsets.UTF_8);
        assertThat(trailing.columns()).extracting(CsvColumn::name).containsExactly("Negócio", "Valor");
        assertThat(trailing.rows()).isEqualTo(2);
        assertThat(trailing.brokenRows()).isZero();
        CsvShape between = probe("Negócio;;\u200b;Valor\nA;;;1\n", StandardCharsets.UTF_8);
        assertThat(between.columns()).extracting(CsvColumn::name).containsExactly("Negócio", "Valor");
        assertThat(between.samples()).extracting(CsvRow.Fields::values).containsExactly(List.of("A", "1"));
        assertThat(probe("Negócio;Valor;\nA;1;x\n", StandardCharsets.UTF_8).firstBroken())
                .extracting(row -> row.reason().code())
                .containsExactly("csv_row_too_long");
    }

    @Test
    void columns_of_one_name_are_told_apart() throws IOException {
        CsvShape shape = probe("Valor;VALOR (1);valor;Outro\n1;2;3;4\n", StandardCharsets.UTF_8);
        assertThat(shape.columns())
                .extracting(CsvColumn::name)
                .containsExactly("Valor (2)", "VALOR (1)", "valor (3)", "Outro");
    }

    @Test
    void a_quote_left_open_on_top_of_a_large_file_is_found_where_it_is() throws IOException {
        Path file = file("a;b\n1;\"x\n" + "2;y\n".repeat(1_000_000));
        CsvException refused = catchThrowableOfType(CsvException.class, () -> CsvProbe.probe(file, CsvLimits.DEFAULT));
        assertThat(refused.reason().code()).isEqualTo("csv_unclosed_quote");
        assertThat(refused.line()).hasValue(2);
    }

    @Test
    void a_spreadsheet_is_told_from_text() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(new byte[100]);
        }
        assertThat(refusal(bytes.toByteArray())).isEqualTo("csv_is_spreadsheet");
        assertThat(refusal("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("csv_not_text");
        assertThat(refusal(new byte[] {1, 2, 3, 4, 5, 'a', ';', 'b'})).isEqualTo("csv_not_text");
    }

    @Test
    void two_encodings_in_one_file_are_refused_with_the_line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("nome;cidade\nJoão;São Paulo\nInês;Paraná\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("José;Rio\n".getBytes(WINDOWS_1252));
        Path file = file(bytes.toByteArray());
        CsvException refused = catchThrowableOfType(CsvException.class, () -> CsvProbe.probe(file, CsvLimits.DEFAULT));
        assertThat(refused.reason().code()).isEqualTo("csv_mixed_encoding");
        assertThat(refused.line()).hasValue(4);
        assertThat(refusal(new byte[] {'a', '\n', (byte) 0x81, '\n'})).isEqualTo("csv_unknown_encoding");
    }

    @Test
    void limits_hold_before_anything_is_read() throws IOException {
        CsvLimits small = new CsvLimits(10, 2, 100);
        assertThat(catchThrowableOfType(CsvException.class, () -> CsvProbe.probe(file("a;b\n1;2345678\n"), small))
                        .reason()
                        .code())
                .isEqualTo("csv_too_large");
        assertThat(catchThrowableOfType(CsvException.class, () -> CsvProbe.probe(file("a;b;c\n"), small))
                        .reason()
                        .code())
                .isEqualTo("csv_too_many_columns");
    }

    @Test
    void a_header_without_rows_is_a_file_without_rows() throws IOException {
        CsvShape shape = probe("a;b\n", StandardCharsets.UTF_8);
        assertThat(shape.rows()).isZero();
        assertThat(shape.columns()).extracting(CsvColumn::type).containsOnly(CsvColumn.Type.EMPTY);
    }

    @Test
    void stray_quotes_inside_a_field_are_kept_as_excel_keeps_them() throws IOException {
        CsvShape shape = probe("a;b\n5\" cano;\"o \"\"bom\"\" negócio\"\n", StandardCharsets.UTF_8);
        assertThat(shape.samples().getFirst().values()).containsExactly("5\" cano", "o \"bom\" negócio");
    }

    @Test
    void a_stream_is_read_row_by_row_in_the_encoding_it_is_said_to_have() throws IOException {
        CsvFormat format = new CsvFormat(StandardCharsets.UTF_8, ';');
        byte[] bytes = "\ufeffa;b\r\n1;é\r2;x\n".getBytes(StandardCharsets.UTF_8);
        List<CsvRow> rows = new ArrayList<>();
        try (CsvReader reader = CsvReader.open(new ByteArrayInputStream(bytes), format, CsvLimits.DEFAULT)) {
            assertThat(reader.columns()).containsExactly("a", "b");
            reader.forEachRemaining(rows::add);
        }
        assertThat(rows)
                .containsExactly(new CsvRow.Fields(2, List.of("1", "é")), new CsvRow.Fields(3, List.of("2", "x")));

        byte[] latin = "a;b\n1;é\n".getBytes(WINDOWS_1252);
        CsvException refused = catchThrowableOfType(CsvException.class, () -> {
            try (CsvReader reader = CsvReader.open(new ByteArrayInputStream(latin), format, CsvLimits.DEFAULT)) {
                reader.forEachRemaining(row -> {});
            }
        });
        assertThat(refused.reason().code()).isEqualTo("csv_encoding");
    }

    @Test
    void a_wrong_separator_chosen_by_hand_shows_as_one_column() throws IOException {
        Path file = file("a;b\n1;2\n");
        CsvFormat format = CsvProbe.probe(file, CsvLimits.DEFAULT).format().withSeparator(',');
        assertThat(CsvProbe.probe(file, format, CsvLimits.DEFAULT).columns())
                .extracting(CsvColumn::name)
                .containsExactly("a;b");
    }

    private CsvShape probe(String text, Charset charset) throws IOException {
        return CsvProbe.probe(file(text.getBytes(charset)), CsvLimits.DEFAULT);
    }

    private String refusal(byte[] bytes) throws IOException {
        Path file = file(bytes);
        return catchThrowableOfType(CsvException.class, () -> CsvProbe.probe(file, CsvLimits.DEFAULT))
                .reason()
                .code();
    }

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "upload", ".csv"), bytes);
    }
}
