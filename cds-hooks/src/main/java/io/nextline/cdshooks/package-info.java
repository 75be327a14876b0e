/**
 * The CDS Hooks service: takes HTTP requests, asks core for the evidence that applies, and returns cards.
 */
@NullMarked
package io.nextline.cdshooks;

import org.jspecify.annotations.NullMarked;
