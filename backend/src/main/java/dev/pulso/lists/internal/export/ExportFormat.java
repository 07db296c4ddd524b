package dev.pulso.lists.internal.export;

/** How a file is written. */
enum ExportFormat {
    csv("text/csv"),
    xlsx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    json("application/json");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }
}
