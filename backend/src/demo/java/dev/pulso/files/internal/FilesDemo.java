package dev.pulso.files.internal;

import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoYear;
import dev.pulso.kernel.Ids;
import dev.pulso.store.files.FileStore;
import dev.pulso.store.files.Fingerprint;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The proposals of the deals that were won last. */
@ApplicationScoped
class FilesDemo implements DemoData {
    private static final int PROPOSALS = 12;

    private static final String WON = """
        select id, created_at + (app_now() - created_at) / 2 as at from deal_facts where status = 'won'
        order by closed_on desc, id limit $1\
        """;

    private static final String INSERT = """
        insert into files (tenant_id, id, name, media_type, size_bytes, sha256, purpose, created_by_id, deal_id, created_at, updated_at)
        values ($1, $2, 'Proposta comercial.pdf', 'application/pdf', $3, $4, 'attachment', $5, $6, $7, $7)\
        """;

    private final Tenancy tenancy;
    private final FileStore store;
    private final Vertx vertx;

    FilesDemo(Tenancy tenancy, FileStore store, Vertx vertx) {
        this.tenancy = tenancy;
        this.store = store;
        this.vertx = vertx;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        return tenancy.query(admin, WON, Tuple.of(PROPOSALS))
                .chain(deals ->
                        vertx.executeBlocking(FilesDemo::proposal, false).chain(file -> kept(admin, deals, file)));
    }

    @Override
    public int order() {
        return 70;
    }

    private Uni<Void> kept(Caller admin, RowSet<Row> deals, Path file) {
        List<Row> rows = new ArrayList<>();
        deals.forEach(rows::add);
        return vertx.executeBlocking(() -> Fingerprint.of(file), false)
                .chain(fingerprint -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .call(deal -> keep(admin, deal.getUUID("id"), deal.getOffsetDateTime("at"), file, fingerprint))
                        .collect()
                        .last())
                .eventually(() -> vertx.executeBlocking(() -> Files.deleteIfExists(file), false))
                .replaceWithVoid();
    }

    private Uni<Void> keep(Caller admin, UUID deal, OffsetDateTime at, Path file, Fingerprint fingerprint) {
        UUID id = Ids.next();
        return store.put(admin.tenantId(), id, file, fingerprint)
                .chain(() -> tenancy.sql(
                        admin,
                        connection -> connection.preparedQuery(INSERT).execute(Tuple.from(new Object[] {
                            admin.tenantId(), id, fingerprint.size(), fingerprint.sha256(), admin.userId(), deal, at
                        }))))
                .replaceWithVoid();
    }

    /** One page with one line (ISO 32000-1, annex H.3). */
    private static Path proposal() throws IOException {
        String text = "BT /F1 20 Tf 72 740 Td (Proposta comercial) Tj ET";
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length " + text.length() + ">>stream\n" + text + "\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj").append(objects.get(i)).append("endobj\n");
        }
        int table = pdf.length();
        pdf.append(places)
                .append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return Files.write(
                Files.createTempFile("proposal", ".pdf"), pdf.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
