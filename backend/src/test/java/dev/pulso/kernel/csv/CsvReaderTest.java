package dev.pulso.kernel.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.kernel.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvReaderTest {

    @Property
    void whatever_a_spreadsheet_quotes_reads_back(
            @ForAll("tables") List<List<String>> table, @ForAll("separators") char separator) throws IOException {
        String text = table.stream()
                .map(row -> row.stream()
                        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(String.valueOf(separator))))
                .collect(Collectors.joining("\r\n"));
        List<List<String>> read = new ArrayList<>();
        try (CsvReader reader = open("a%1$sb%1$sc\r\n".formatted(separator) + text, separator)) {
            while (reader.hasNext()) {
                read.add(((CsvRow.Fields) reader.next()).values());
            }
        }
        assertThat(read)
                .isEqualTo(table.stream()
                        .filter(row -> row.stream().anyMatch(value -> !Texts.isBlank(value)))
                        .toList());
    }

    @Property
    void no_text_whatever_makes_the_reader_fall_over(@ForAll String text, @ForAll("separators") char separator)
            throws IOException {
        try (CsvReader reader = open(text, separator)) {
            reader.forEachRemaining(row -> assertThat(row.line()).isPositive());
        } catch (CsvException refused) {
            assertThat(refused.reason().code()).startsWith("csv_");
        }
    }

    @Example
    void blank_rows_are_counted_and_a_broken_row_keeps_its_cells() throws IOException {
        try (CsvReader reader = open("a;b;c\n1;2;3\n\n;;\n  \n4;5\n;;\n\n\n", ';')) {
            assertThat(reader.next().line()).isEqualTo(2);
            assertThat(reader.next()).isInstanceOfSatisfying(CsvRow.Broken.class, row -> {
                assertThat(row.line()).isEqualTo(6);
                assertThat(row.values()).containsExactly("4", "5");
            });
            assertThat(reader.hasNext()).isFalse();
            assertThat(reader.blankRows()).isEqualTo(4);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> value = Arbitraries.oneOf(
                Arbitraries.of("", " ", "São João", "R$ 1.234,56", "a\nb", "a\r\nb", "\"", ",;\t|", "'"),
                Arbitraries.strings()
                        .ofMaxLength(20)
                        .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text)));
        return value.list().ofSize(3).list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    private static CsvReader open(String text, char separator) throws IOException {
        return CsvReader.open(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new CsvFormat(StandardCharsets.UTF_8, separator),
                CsvLimits.DEFAULT);
    }
}
