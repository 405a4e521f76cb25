/**
 * Tests of VCDSL in a project that Maven builds.
 *
 * <p>What is found and generated is tested elsewhere; here it is the same.
 */
package org.vcdsl.maven;
