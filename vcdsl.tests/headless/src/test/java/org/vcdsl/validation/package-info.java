/** Tests of what Xtext is told when it validates. */
package org.vcdsl.validation;
