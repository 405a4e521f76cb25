/**
 * System containers of an LXC engine as LXC's configuration files, one for each.
 *
 * <p>LXD and Incus do not belong here, nor do the commands that unpack a root file system and start what it holds.
 */
package org.vcdsl.backend.lxc;
