/**
 * Pods that Kubernetes places: a Deployment for each declaration, and the labels of nodes by which these find their places.
 *
 * <p>How a cluster is formed does not belong here, nor the commands that hand these files to it. Which terms a scheduler is told is decided by
 * {@code analysis.scheduling}, so that what is counted on and what is printed are one.
 */
package org.vcdsl.backend.kubernetes;
