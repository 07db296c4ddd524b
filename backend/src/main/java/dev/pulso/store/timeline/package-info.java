/**
 * What has happened to records and around them, told in the order of time. A module that has something to tell brings a {@link
 * dev.pulso.store.timeline.TimelineSource}; who asks for the timeline of a record knows none of them (docs/adr/0053-timelines.md).
 */
@NullMarked
package dev.pulso.store.timeline;

import org.jspecify.annotations.NullMarked;
