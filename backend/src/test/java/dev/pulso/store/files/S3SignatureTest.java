package dev.pulso.store.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked examples of "Signature Calculations for the Authorization Header" in the reference of Amazon S3. */
class S3SignatureTest {
    private static final Instant THEN = Instant.parse("2013-05-24T00:00:00Z");
    private static final String HOST = "examplebucket.s3.amazonaws.com";
    private final S3Signature signature =
            new S3Signature("us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    @Test
    void an_object_is_read_in_part() {
        assertThat(signature.headers(
                        "GET",
                        "/test.txt",
                        Map.of(),
                        Map.of("host", HOST, "range", "bytes=0-9"),
                        S3Signature.NOTHING,
                        THEN))
                .containsEntry(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void a_bucket_is_listed() {
        assertThat(signature
                        .headers(
                                "GET",
                                "/",
                                Map.of("max-keys", "2", "prefix", "J"),
                                Map.of("host", HOST),
                                S3Signature.NOTHING,
                                THEN)
                        .get("authorization"))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }
}
