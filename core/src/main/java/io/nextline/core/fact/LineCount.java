package io.nextline.core.fact;

/**
 * How many lines for advanced disease the record shows, and by which rules they were counted. Unidentified rows and therapy before the
 * record begins are not in the range; they are told apart.
 *
 * @param advanced the number of lines; a range where dates or settings leave it open
 * @param orderKnown false if dates cannot put two lines, or two drugs, in order
 * @param profileVersion the version of the line rules' parameters
 */
public record LineCount(CountRange advanced, boolean orderKnown, String profileVersion) {}
