/**
 * Prints a plan as playbooks that Ansible runs over SSH, with its builtin modules alone: one play a wave.
 *
 * <p>How a kind of step is carried out stands in task files among the resources, which are copied as they are; the playbooks hold
 * what the steps are about. What is carried to the hosts is printed by other backends and does not belong here.
 */
package org.vcdsl.backend.ansible;
