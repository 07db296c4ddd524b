package dev.pulso.store.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class MediaTypesTest {
    @Test
    void the_bytes_say_what_it_is_and_not_the_name() {
        assertThat(of("%PDF-1.7\n%", "photo.png")).isEqualTo("application/pdf");
        assertThat(of("\u0089PNG\r\n\u001a\nxxxx", "a.pdf")).isEqualTo("image/png");
        assertThat(of("\u00ff\u00d8\u00ff\u00e0", "a")).isEqualTo("image/jpeg");
        assertThat(of("GIF89a", "a")).isEqualTo("image/gif");
        assertThat(of("RIFF\u0000\u0000\u0000\u0000WEBPVP8 ", "a")).isEqualTo("image/webp");
        assertThat(of("\u0000\u0000\u0000\u0018ftypmp42", "a.jpg")).isEqualTo("video/mp4");
        assertThat(of("\u0000\u0001\u0002\u0003", "a.pdf")).isEqualTo(MediaTypes.UNKNOWN);
        assertThat(of("", "a.pdf")).isEqualTo(MediaTypes.UNKNOWN);
    }

    @Test
    void documents_of_office_programs_are_told_from_other_archives() throws IOException {
        assertThat(MediaTypes.of(zip("[Content_Types].xml", "word/document.xml"), "a.zip"))
                .endsWith("wordprocessingml.document");
        assertThat(MediaTypes.of(zip("[Content_Types].xml", "xl/workbook.xml"), "a.zip"))
                .endsWith("spreadsheetml.sheet");
        assertThat(MediaTypes.of(zip("fotos/1.jpg"), "a.docx")).isEqualTo("application/zip");
    }

    @Test
    void a_text_that_a_browser_would_take_for_a_page_is_called_that_and_never_shown() {
        for (String page : List.of(
                "<!DOCTYPE html><p>Oi",
                "  \n<html>",
                "\ufeff<script>alert(1)</script>",
                "Oi <script>alert(1)</script>")) {
            assertThat(of(page, "a.txt")).isEqualTo("text/html");
        }
        assertThat(of("<?xml version='1.0'?><svg onload='alert(1)'/>", "a.png")).isEqualTo("image/svg+xml");
        assertThat(of("<?xml version='1.0'?><nfe/>", "nota.xml")).isEqualTo("application/xml");
        for (String type : List.of("text/html", "image/svg+xml", "application/xml", "text/plain", MediaTypes.UNKNOWN)) {
            assertThat(MediaTypes.isShown(type)).as(type).isFalse();
        }
        assertThat(MediaTypes.isShown("application/pdf")).isTrue();
    }

    @Test
    void texts_of_any_language_are_texts() {
        assertThat(of("Olá 🇧🇷\r\n", "a")).isEqualTo("text/plain");
        assertThat(of("nome;valor\n", "lista.CSV")).isEqualTo("text/csv");
        assertThat(MediaTypes.of("Ação, coração".getBytes(StandardCharsets.ISO_8859_1), "a.txt"))
                .isEqualTo("text/plain");
        // A letter that is cut in two where one stops to look.
        byte[] cut = "ééé".getBytes(StandardCharsets.UTF_8);
        assertThat(MediaTypes.of(java.util.Arrays.copyOf(cut, 5), "a")).isEqualTo("text/plain");
    }

    @Test
    void programs_are_known_whatever_they_are_called() {
        for (String begin : List.of("MZ\u0090\u0000", "\u007fELF\u0002", "#!/bin/sh\n", "\u00cf\u00fa\u00ed\u00fe")) {
            assertThat(of(begin, "proposta.pdf")).isEqualTo(MediaTypes.PROGRAM);
        }
    }

    private static String of(String head, String name) {
        boolean latin = head.chars().allMatch(c -> c < 0x100);
        return MediaTypes.of(head.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8), name);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }
}
