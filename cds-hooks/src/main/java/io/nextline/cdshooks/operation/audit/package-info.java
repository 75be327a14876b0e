/**
 * The audit trail: one FHIR R4 AuditEvent for each call that patient data came with, appended to a file of its own and forced to
 * the disk. This is the one place outside an answer where ids of patients and users are kept; tokens never are.
 */
@NullMarked
package io.nextline.cdshooks.operation.audit;

import org.jspecify.annotations.NullMarked;
