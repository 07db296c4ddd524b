/**
 * Two records become one, and two again (docs/adr/0062-duplicates-and-merge.md). What a merged record looks like is the business of
 * its module; here is what is the same for all: what referred to the one that goes is moved, and remembered for who wants to undo it.
 */
package dev.pulso.store.merge;
