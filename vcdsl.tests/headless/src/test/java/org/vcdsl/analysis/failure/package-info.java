/** The failure analyses against brute force and textbook systems. */
package org.vcdsl.analysis.failure;
