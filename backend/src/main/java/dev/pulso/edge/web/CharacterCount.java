package dev.pulso.edge.web;

import dev.pulso.kernel.Texts;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of texts in characters, as the contract (JSON Schema, section 6.3.1 of its validation) and the database count
 * them. Bean validation counts the halves of UTF-16, of which an emoji has two.
 */
@ApplicationScoped
class CharacterCount implements ValidatorFactoryCustomizer {
    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        var mapping = configuration.createConstraintMapping();
        // The most special type wins: lists and maps keep their own count.
        mapping.constraintDefinition(Size.class).includeExistingValidators(true).validatedBy(OfText.class);
        configuration.addMapping(mapping);
    }

    /** The size of a text; one for each constraint, whose bounds it keeps. */
    @Dependent
    static class OfText implements ConstraintValidator<Size, String> {
        private int least;
        private int most;

        @Override
        public void initialize(Size size) {
            least = size.min();
            most = size.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            int length = Texts.length(text);
            return length >= least && length <= most;
        }
    }
}
