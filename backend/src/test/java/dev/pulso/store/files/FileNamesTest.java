package dev.pulso.store.files;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void a_name_is_its_last_part_without_what_cannot_be_seen() {
        assertThat(FileNames.kept("C:\\Users\\Ana\\Proposta.pdf")).isEqualTo("Proposta.pdf");
        assertThat(FileNames.kept("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.kept("..\u0000\r\n.htaccess")).isEqualTo("htaccess");
        // Read from right to left the ending would seem to be another.
        assertThat(FileNames.kept("fatura\u202efdp.exe")).isEqualTo("faturafdp.exe");
        assertThat(FileNames.kept("a\u200b\ufeffb.txt")).isEqualTo("ab.txt");
        assertThat(FileNames.kept("<img src=x>.png")).isEqualTo("img src=x.png");
        assertThat(FileNames.kept("Orçamento 👩‍👧 עברית.pdf")).isEqualTo("Orçamento 👩‍👧 עברית.pdf");
        assertThat(FileNames.kept(" ")).isEqualTo("file");
        assertThat(FileNames.kept(null)).isEqualTo("file");
    }

    @Test
    void a_long_name_keeps_its_ending() {
        assertThat(FileNames.kept("😀".repeat(200) + ".pdf")).endsWith("😀.pdf").hasSizeLessThanOrEqualTo(255);
        assertThat(FileNames.kept("a".repeat(300))).hasSize(255);
    }

    @Test
    void a_header_has_the_name_for_every_browser() {
        assertThat(FileNames.disposition(true, "Orçamento \"1\" 😀*.pdf"))
                .isEqualTo("inline; filename=\"Orcamento _1_ _*.pdf\"; filename*=UTF-8''"
                        + "Or%C3%A7amento%20%221%22%20%F0%9F%98%80%2A.pdf");
        assertThat(FileNames.disposition(false, "a.txt")).startsWith("attachment; filename=\"a.txt\"");
    }

    @Property(tries = 300)
    void whatever_it_was_called_its_name_fits_a_row_and_a_header(@ForAll String given) {
        String kept = FileNames.kept(given);
        assertThat(kept).isNotBlank().hasSizeLessThanOrEqualTo(255).doesNotContain("/", "\\", "\n", "\r", "\0");
        assertThat(FileNames.kept(kept)).isEqualTo(kept);
        assertThat(FileNames.disposition(false, kept)).matches("[ -~]+");
    }
}
