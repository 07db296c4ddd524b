package dev.pulso.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds every exchange of the tests against the published contract. */
public final class Contract {
    /** Request and response must be as the contract says. */
    static final OpenApiValidationFilter BOTH = new OpenApiValidationFilter(validator(ValidationReport.Level.ERROR));
    /** For tests that send what the contract forbids: the answer must still be as it says. */
    public static final OpenApiValidationFilter RESPONSE =
            new OpenApiValidationFilter(validator(ValidationReport.Level.IGNORE));

    private Contract() {}

    private static OpenApiInteractionValidator validator(ValidationReport.Level requests) {
        return OpenApiInteractionValidator.createForInlineApiSpecification(contract())
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request", requests)
                        // Tests log in with a header the filter does not know of as security.
                        .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    private static String contract() {
        try {
            return Files.readString(Path.of("../openapi/dist/openapi.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
