package dev.pulso.kernel.csv;

import dev.pulso.kernel.Reason;
import java.util.OptionalLong;

/** The file as a whole cannot be read, or not further than to a line. */
public final class CsvException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final long line;

    CsvException(String code, String message) {
        this(code, message, 0);
    }

    CsvException(String code, String message, long line) {
        super(line > 0 ? message + " (line " + line + ")" : message);
        this.reason = new Reason(code, message);
        this.line = line;
    }

    public Reason reason() {
        return reason;
    }

    /** Where the trouble starts, counted from 1, if it has a place. */
    public OptionalLong line() {
        return line > 0 ? OptionalLong.of(line) : OptionalLong.empty();
    }
}
