package io.nextline.core.fact;

/**
 * What is missing to decide something.
 *
 * @param fact the kind of fact, one of the published names
 * @param detail what exactly would close the gap, in our words, for a clinician; never text of the record
 */
public record Gap(MissingFact fact, String detail) {}
