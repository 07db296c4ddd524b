package dev.pulso.store.files;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** {@code pulso.files.*}. */
@ConfigMapping(prefix = "pulso.files")
interface FileSettings {
    /** {@code local} or {@code s3}. */
    String store();

    /** Of the local store. */
    String folder();

    /** {@code host:port} of a clamd; nothing is scanned without. */
    Optional<String> clamd();

    S3 s3();

    interface S3 {
        /** Such as {@code https://s3.sa-east-1.amazonaws.com}. */
        Optional<String> endpoint();

        Optional<String> bucket();

        String region();

        Optional<String> accessKey();

        Optional<String> secretKey();

        /** What the names of all objects begin with, such as {@code pulso/}. */
        Optional<String> prefix();
    }
}
