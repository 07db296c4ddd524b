/**
 * The edge: who calls, what it may do, and how anything that goes wrong is told. Every error is a problem (RFC 9457) with
 * a stable type, the fields concerned and the id under which the logs know the request.
 */
package dev.pulso.edge.web;
