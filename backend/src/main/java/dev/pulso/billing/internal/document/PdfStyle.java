package dev.pulso.billing.internal.document;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * Fonts and colours of one document. The typeface is embedded, so that names in any Latin, Greek or Cyrillic spelling look
 * the same everywhere. A font reads its file while the document is written, so each document has its own; only the bytes
 * are shared.
 */
final class PdfStyle {
    static final Color INK = new Color(0x1b1b19);
    static final Color SECONDARY = new Color(0x5c5b57);
    static final Color LINE = new Color(0xe6e5e1);
    static final Color SOFT = new Color(0xf7f7f5);
    static final Color PAID = new Color(0x157f4f);
    static final Color OVERDUE = new Color(0xc2362b);
    private static final Color PULSO = new Color(0x2f4bdb);

    /** The contrast with white that text needs (WCAG 2.2, 1.4.3). */
    private static final double READABLE = 4.5;

    /** WHITE SQUARE. */
    private static final int MISSING = '\u25a1';

    private static final byte[] REGULAR = resource("LiberationSans-Regular.ttf");
    private static final byte[] BOLD = resource("LiberationSans-Bold.ttf");
    private static final byte[] MONO = resource("LiberationMono-Regular.ttf");

    private final BaseFont regular = font("LiberationSans-Regular.ttf", REGULAR);
    private final BaseFont bold = font("LiberationSans-Bold.ttf", BOLD);
    private final BaseFont mono = font("LiberationMono-Regular.ttf", MONO);

    private final Color accent;

    /** @param accent of the company, as {@code #rrggbb}; the one of Pulso when null */
    PdfStyle(@Nullable String accent) {
        this.accent = accent == null ? PULSO : Color.decode(accent);
    }

    /** For areas and lines. */
    Color accent() {
        return accent;
    }

    /** For text: a colour that is too pale to be read on paper gives way to ink. */
    Color accentInk() {
        return 1.05 / (luminance(accent) + 0.05) < READABLE ? INK : accent;
    }

    /** Relative luminance (WCAG 2.2). */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    Font regular(float size, Color color) {
        return new Font(regular, size, Font.NORMAL, color);
    }

    Font bold(float size, Color color) {
        return new Font(bold, size, Font.NORMAL, color);
    }

    Font mono(float size, Color color) {
        return new Font(mono, size, Font.NORMAL, color);
    }

    BaseFont regular() {
        return regular;
    }

    /**
     * The text with a mark for each character that the typeface cannot draw: what cannot be written must at least be seen
     * to be missing. Joiners and selectors draw nothing anyway.
     */
    static String shown(String text, BaseFont font) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> font.charExists(c) || !drawsNothing(c))
                .forEach(c -> shown.appendCodePoint(font.charExists(c) || Character.isWhitespace(c) ? c : MISSING));
        return shown.toString();
    }

    private static boolean drawsNothing(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.CONTROL && c != '\n';
    }

    private static BaseFont font(String name, byte[] bytes) {
        try {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, bytes, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = PdfStyle.class.getResourceAsStream("/liberation/" + name)) {
            if (in == null) {
                throw new IllegalStateException("font " + name + " is missing from the application");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
