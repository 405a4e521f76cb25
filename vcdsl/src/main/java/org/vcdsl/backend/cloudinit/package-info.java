/**
 * What a Linux guest is told at its first boot, as cloud-init's NoCloud seed.
 *
 * <p>What the hypervisor must know does not belong here, nor does the making of the seed's disk.
 */
package org.vcdsl.backend.cloudinit;
