/**
 * What a compromise reaches: through which trust boundaries, and by whom it is managed.
 *
 * <p>Sets and paths only; what deserves a finding is a rule's business. Availability is none of it: what stops working when something
 * fails is the business of {@code analysis.failure}, and neither knows the other.
 */
package org.vcdsl.analysis.isolation;
