package org.vcdsl.topology;

/**
 * A port of a container that answers on its host's address.
 *
 * @param hostPort 1 to 65535
 * @param containerPort 1 to 65535
 */
public record PublishedPort(int hostPort, int containerPort) {
}
