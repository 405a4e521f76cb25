/**
 * Tests of the cloud-init backend, judged by cloud-init itself.
 *
 * <p>How a playbook fills in the files is not asked here.
 */
package org.vcdsl.backend.cloudinit;
