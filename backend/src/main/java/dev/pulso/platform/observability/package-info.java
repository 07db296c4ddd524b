/** What an operator sees from outside: health now; metrics and traces are to come. */
package dev.pulso.platform.observability;
