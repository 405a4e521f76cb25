/**
 * What the catalogue knows, as values: releases, kernels, engines, matrices, each with its source.
 *
 * <p>Nothing here reads text or judges; what nobody stated is absent, and absent never means no.
 */
package org.vcdsl.facts;
