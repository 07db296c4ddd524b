/**
 * Who may buy, and what. A lead is somebody who may; converted, it becomes a deal with its company and contact. A deal
 * moves through the stages of its pipeline, on a board that everybody orders by hand, until it is won or lost.
 *
 * <p>Winning hands over: the customer and its contracts are created in the same transaction, through the facades of their
 * modules. No module asks this one for anything; it tells what happened by events (the records of this package).
 *
 * <p>Two rules are kept by the database, whoever writes: a deal's status is the type of its stage, and no key points into
 * another tenant.
 */
@NullMarked
package dev.pulso.crm;

import org.jspecify.annotations.NullMarked;
