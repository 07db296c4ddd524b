package dev.pulso.kernel.pix;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;

/**
 * Draws a text as a QR code (ISO/IEC 18004) in SVG: black modules on a white square, with the quiet zone of four
 * modules that the standard wants, whatever the theme of the page around it. Error correction is level M (15 %) or
 * better.
 *
 * <p>One unit of the view box is one module and the picture takes the size of its container. The modules of a row that
 * touch are one rectangle of a single path, so that no seams show and a Pix code stays near 10 kB.
 */
public final class QrSvg {

    private static final int QUIET_ZONE = 4;

    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" \
            shape-rendering="crispEdges"><title>%2$s</title>\
            <rect width="%1$d" height="%1$d" fill="#fff"/><path fill="#000" d="%3$s"/></svg>""";

    private QrSvg() {}

    /**
     * @param title what a screen reader says instead of the picture
     * @throws IllegalArgumentException when the text does not fit a QR code (about 2,300 bytes at level M)
     */
    public static String of(String text, String title) {
        QrCode code;
        try {
            code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        } catch (DataTooLongException tooLong) {
            throw new IllegalArgumentException("the text does not fit a QR code", tooLong);
        }
        int side = code.size + 2 * QUIET_ZONE;
        return SVG.formatted(side, escape(title), path(code));
    }

    private static String path(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int start = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                    path.append('h')
                            .append(x - start)
                            .append("v1h-")
                            .append(x - start)
                            .append('z');
                } else {
                    x++;
                }
            }
        }
        return path.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
