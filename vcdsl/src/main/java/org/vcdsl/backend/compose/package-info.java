/**
 * Containers of a docker engine as a Compose file, one for each engine.
 *
 * <p>Other engines do not belong here, nor do the commands that hand these files to docker.
 */
package org.vcdsl.backend.compose;
