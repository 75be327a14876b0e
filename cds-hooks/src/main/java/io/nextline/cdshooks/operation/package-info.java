/**
 * What is told about calls to those who run the service: {@link io.nextline.cdshooks.operation.CallAccount} gathers it while a
 * call is answered, a {@link io.nextline.cdshooks.operation.CallWatch} takes it when the call has ended, as a log line, a metric or
 * an audit event. Patient data reach the audit trail alone. Nothing here knows HTTP.
 */
@NullMarked
package io.nextline.cdshooks.operation;

import org.jspecify.annotations.NullMarked;
