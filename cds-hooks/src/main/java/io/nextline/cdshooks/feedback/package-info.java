/**
 * Feedback on cards: what clinicians did with them, as clients report it to {@code /cds-services/{id}/feedback}. A report is read and
 * checked, kept durably before it is acknowledged, and exported or summed up by statement. Nothing of a patient's record is kept;
 * a comment is the clinician's own text.
 */
@NullMarked
package io.nextline.cdshooks.feedback;

import org.jspecify.annotations.NullMarked;
