package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path home;

    @Test
    void the_folder_is_made_for_its_owner_alone() throws Exception {
        Path folder = home.resolve("deep/inside");
        DataFolder.keepPrivate(folder);
        assertThat(rights(folder)).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_others_may_enter_is_shut() throws Exception {
        Path folder = Files.createDirectory(home.resolve("open"));
        for (String open : new String[] {"rwxrwxrwx", "rwxr-xr-x", "rwx-w----"}) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(open));
            DataFolder.keepPrivate(folder);
            assertThat(rights(folder)).isEqualTo("rwx------");
        }
    }

    private static String rights(Path folder) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
