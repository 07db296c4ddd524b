package dev.pulso.store.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pulso.testing.PackagedApp;
import dev.pulso.testing.PackagedCompany;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OneWritePerTickPackagedTest {
    private static final int READS = 300;

    @Test
    void a_statement_and_its_envelope_leave_in_one_write() throws Exception {
        assumeThat(Path.of("/proc/self/io")).exists();
        try (PackagedApp app = new PackagedApp().start();
                PackagedCompany company = PackagedCompany.register(app)) {
            read(app, company);
            long before = app.writes();
            for (int i = 0; i < READS; i++) {
                read(app, company);
            }
            // One to the database, one to the client, and a few of what goes on beside them; it were five of each read.
            assertThat((app.writes() - before) / (double) READS).isLessThan(3.5);
        }
    }

    private static void read(PackagedApp app, PackagedCompany company) {
        app.api(company.token()).get("/api/crm/companies").then().statusCode(200);
    }
}
