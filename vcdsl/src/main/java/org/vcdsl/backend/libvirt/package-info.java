/**
 * Domains, networks and volumes as libvirt's XML, for virtual machines on hosts whose hypervisor is KVM.
 *
 * <p>What is inside a guest does not belong here, nor do the commands that hand these files to libvirt.
 */
package org.vcdsl.backend.libvirt;
