/**
 * Tests of the libvirt backend, judged by libvirt itself.
 *
 * <p>Whether virtual machines boot is not asked here.
 */
package org.vcdsl.backend.libvirt;
