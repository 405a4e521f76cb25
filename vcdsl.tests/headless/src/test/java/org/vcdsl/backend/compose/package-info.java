/**
 * Tests of the Compose backend, judged by docker-compose itself.
 *
 * <p>Whether containers start is not asked here.
 */
package org.vcdsl.backend.compose;
