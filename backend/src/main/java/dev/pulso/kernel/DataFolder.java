package dev.pulso.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Set;

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

    /**
     * Makes the folder for its owner alone, and shuts an existing one to others: it holds keys, customers' data, and the programs
     * of the database that the next start runs.
     *
     * @throws IOException also when it belongs to somebody else, who could put there what they like
     */
    public static void keepPrivate(Path folder) throws IOException {
        Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rwx------");
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(mine));
        }
        UserPrincipal me = me();
        UserPrincipal owner = Files.getOwner(folder);
        if (!owner.equals(me)) {
            throw new IOException("it belongs to " + owner.getName() + ", and Pulso runs as " + me.getName());
        }
        if (!Files.getPosixFilePermissions(folder).equals(mine)) {
            Files.setPosixFilePermissions(folder, mine);
        }
    }

    /** In a container the user of the process may have no name. */
    private static UserPrincipal me() throws IOException {
        Path mine = Files.createTempFile("pulso", null);
        try {
            return Files.getOwner(mine);
        } finally {
            Files.delete(mine);
        }
    }
}
