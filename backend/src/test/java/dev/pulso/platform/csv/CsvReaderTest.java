package dev.pulso.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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
                        .filter(row -> row.stream().anyMatch(value -> !value.isBlank()))
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
