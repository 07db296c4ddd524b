/**
 * What an operator sees from outside: health with version and commit, Prometheus metrics, traces, log lines that name
 * request and tenant, errors in a tracker. Counters that belong to a module are counted where the thing happens.
 */
package dev.pulso.start.observability;
