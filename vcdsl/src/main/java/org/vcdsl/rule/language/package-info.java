/** Rules about the text itself (1xx); their checks run while text is read and resolved. No analysis belongs here. */
package org.vcdsl.rule.language;
