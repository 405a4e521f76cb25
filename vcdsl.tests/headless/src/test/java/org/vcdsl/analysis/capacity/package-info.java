/** Tests of what is added up: against sums in plain words, and against trying everything. No rule's wording belongs here. */
package org.vcdsl.analysis.capacity;
