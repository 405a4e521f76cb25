/** Rules about kernels, images and engines (2xx). No analysis belongs here. */
package org.vcdsl.rule.kernel;
