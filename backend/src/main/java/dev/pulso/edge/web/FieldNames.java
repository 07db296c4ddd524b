package dev.pulso.kernel;

/** Java's names as the API and the database write them. */
public final class FieldNames {
    private FieldNames() {}

    /** {@code unitCents} to {@code unit_cents}. */
    public static String snake(String camel) {
        StringBuilder snake = new StringBuilder(camel.length() + 4);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (Character.isUpperCase(c)) {
                if (i > 0) {
                    snake.append('_');
                }
                snake.append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
