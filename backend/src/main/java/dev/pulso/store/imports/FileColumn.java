package dev.pulso.store.imports;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text of a new record that a file can fill, wherever rows of a file name such records; see {@link FileColumns}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface FileColumn {
    /** How many characters a cell may have. */
    int most();

    /** What such a column may be called, in any language; case, accents and punctuation do not matter. */
    String[] names();
}
