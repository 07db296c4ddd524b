package dev.pulso.start.database;

/** There is no usable database; the message is one line that says what is wrong and what to do. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseUnavailable(String message) {
        super(message.lines().findFirst().orElse("the database is not available"));
    }
}
