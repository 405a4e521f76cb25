/** Tests of what Kubernetes is told. */
package org.vcdsl.backend.kubernetes;
