/** What Xtext asks when it validates a resource: the pipeline's findings as its issues. No check of its own belongs here. */
package org.vcdsl.validation;
