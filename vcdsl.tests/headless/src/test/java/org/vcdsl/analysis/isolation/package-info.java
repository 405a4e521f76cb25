/** Tests of what a compromise reaches, most of them against brute force. */
package org.vcdsl.analysis.isolation;
