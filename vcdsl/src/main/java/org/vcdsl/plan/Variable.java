package org.vcdsl.plan;

/**
 * Something a deployment needs that nobody stated in the topology: whoever runs the plan supplies it.
 *
 * @param name of letters, digits and underscores
 * @param description what to put, as a phrase: {@code the address at which Ansible reaches host alpha}
 * @param element name of the element that needs it
 */
public record Variable(String name, String description, String element) {
}
