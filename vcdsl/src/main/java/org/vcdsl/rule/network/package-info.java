/** Rules about networks and storage (7xx). No analysis belongs here. */
package org.vcdsl.rule.network;
