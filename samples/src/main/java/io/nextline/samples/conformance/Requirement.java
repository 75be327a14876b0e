package io.nextline.samples.conformance;

/**
 * A rule that a service is held to.
 *
 * @param id stable; the text it comes from and its place there, for example {@code 2.0#discovery.services}: {@code 2.0} and
 *     {@code 3.0} are CDS Hooks, {@code http}, {@code fetch} and {@code rfc8259} the standards below it, {@code kit} is good
 *     practice that no text asks for
 * @param level how much it binds
 * @param section the heading in that text
 * @param text the rule in our own words
 */
public record Requirement(String id, Level level, String section, String text) {}
