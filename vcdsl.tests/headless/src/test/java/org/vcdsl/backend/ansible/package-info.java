/**
 * Tests of the playbooks: what Ansible thinks of them, and what they do to hosts whose tools are simulated.
 *
 * <p>What the tools make of the artefacts that are carried to the hosts is tested with the backends that print them.
 */
package org.vcdsl.backend.ansible;
