/**
 * The real tools that generated artifacts are for, asked by tests whether they accept them.
 *
 * <p>{@link org.vcdsl.tools.RealTools} is the way in. Expectations about one backend's artifacts do not belong here, nor does
 * anything that starts a virtual machine or a container.
 */
package org.vcdsl.tools;
