package io.nextline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A statement's file, parsed but not yet understood.
 *
 * @param name the file's name
 * @param id the id it claims, empty if it has none
 * @param json its content
 */
record StatementFile(String name, String id, JsonNode json) {}
