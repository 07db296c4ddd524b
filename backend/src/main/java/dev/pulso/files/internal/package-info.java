@NullMarked
package dev.pulso.files.internal;

import org.jspecify.annotations.NullMarked;
