package uk.org.kscb.portal.web.download;

import java.util.List;
import java.util.stream.Stream;

/**
 * A list on its way into a file.
 *
 * @param rows each with one cell a heading: text, a day, a number, or empty text
 * @param mark last line: who took it, for which agency, when, and what it holds
 */
record Table(String name, List<String> headings, Stream<List<Object>> rows, String mark) {}
