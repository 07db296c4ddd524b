package dev.pulso.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The local folder for everything that outlives the process: embedded database, signing keys, uploaded files. */
public final class DataFolder {
    /** System property and configuration key that hands the folder to the application. */
    public static final String PROPERTY = "pulso.data";

    private DataFolder() {}

    /**
     * {@code PULSO_DATA} when set; else {@code .pulso} of the checkout that the working folder lies in, so that the
     * same data is found whether the jar is started from the top or from a sub-folder; else {@code .pulso} right here.
     */
    public static Path locate(Map<String, String> environment, Path workingFolder) {
        String wanted = System.getProperty(PROPERTY, environment.get("PULSO_DATA"));
        Path here = workingFolder.toAbsolutePath().normalize();
        if (wanted != null && !wanted.isBlank()) {
            return here.resolve(wanted).normalize();
        }
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("Makefile")) && Files.isDirectory(folder.resolve("backend"))) {
                return folder.resolve(".pulso");
            }
        }
        return here.resolve(".pulso");
    }
}
