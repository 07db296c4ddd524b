package dev.pulso.lists.internal.view;

/** Who sees a view. */
enum ViewVisibility {
    PRIVATE("private"),
    TEAM("team"),
    COMPANY("company");

    private final String code;

    ViewVisibility(String code) {
        this.code = code;
    }

    /** As it is stored. */
    String code() {
        return code;
    }
}
