package org.vcdsl.backend.lxc

/** The configuration file of a system container: only loops and names, for its texts come ready. */
package class LxcConfigurationTemplate {

	def String print(LxcConfiguration container) '''
		# System container «container.title»

		# What the host gives all its containers and what its LXC holds to be safe; networks and owners are those stated here.
		lxc.include = /etc/lxc/default.conf
		lxc.include = /usr/share/lxc/config/common.conf
		«IF !container.idMap.empty»
			lxc.include = /usr/share/lxc/config/userns.conf
		«ENDIF»
		lxc.idmap =
		lxc.net =

		lxc.uts.name = «container.name»
		lxc.rootfs.path = dir:«container.rootFileSystem»
		lxc.start.auto = 1
		«FOR ids : container.idMap»
			lxc.idmap = u «ids»
			lxc.idmap = g «ids»
		«ENDFOR»

		«IF container.nics.empty»
			# On no network: without this line it would be on those of its host.
			lxc.net.0.type = empty
		«ENDIF»
		«FOR nic : container.nics»
			lxc.net.«nic.index».type = veth
			lxc.net.«nic.index».link = «nic.bridge»
			lxc.net.«nic.index».name = eth«nic.index»
			lxc.net.«nic.index».hwaddr = «nic.macAddress»
			lxc.net.«nic.index».flags = up
			«FOR address : nic.addresses»
				lxc.net.«nic.index».«address.key» = «address.value»
			«ENDFOR»
		«ENDFOR»
		«IF !container.limits.empty»

			«FOR limit : container.limits»
				lxc.«limit.key» = «limit.value»
			«ENDFOR»
		«ENDIF»
		«IF !container.mounts.empty»

			«FOR mount : container.mounts»
				lxc.mount.entry = «mount.source» «mount.target» none bind,create=dir 0 0
			«ENDFOR»
		«ENDIF»
	'''
}
