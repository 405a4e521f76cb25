/**
 * A plan carried out for real: by Ansible, over SSH, on the hosts of a miniature datacentre, with libvirt and QEMU, docker and LXC.
 *
 * <p>{@code releng/lab} has the hosts. What single tasks do in all the ways a host may be found in is cheaper to see in
 * {@code org.vcdsl.backend.ansible}, where the tools only pretend.
 */
package org.vcdsl.lab;
