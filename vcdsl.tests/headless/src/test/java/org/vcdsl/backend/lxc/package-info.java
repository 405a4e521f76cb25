/**
 * Tests of LXC configurations: what LXC reads in them, and what is said of those that are not written.
 *
 * <p>What playbooks do with them is tested with Ansible's.
 */
package org.vcdsl.backend.lxc;
