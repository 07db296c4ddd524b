package dev.pulso.files.internal;

/** Whether the content of a file is where it should be. */
enum FileState {
    STORED,
    MISSING
}
