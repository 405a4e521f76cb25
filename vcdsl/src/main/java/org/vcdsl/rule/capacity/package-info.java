/** Rules about what hosts have and guests ask for (4xx). No analysis belongs here. */
package org.vcdsl.rule.capacity;
