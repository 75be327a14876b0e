/**
 * Nothing that identifies a patient, and no token, is found where it has no business: a synthetic patient of canaries goes through
 * every path of the service, and everything that the service leaves behind is searched.
 */
@NullMarked
package io.nextline.samples.privacy;

import org.jspecify.annotations.NullMarked;
