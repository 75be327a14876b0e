/**
 * The conformance kit: any CDS Hooks service, ours or another's, is asked over HTTP and held to the rules in {@code
 * requirements.json}, one by one. It takes a base URL and returns a result for every rule. Each group of rules is a class of its
 * own that asks its questions and tells a {@link io.nextline.samples.conformance.Ledger} what it saw.
 */
@NullMarked
package io.nextline.samples.conformance;

import org.jspecify.annotations.NullMarked;
