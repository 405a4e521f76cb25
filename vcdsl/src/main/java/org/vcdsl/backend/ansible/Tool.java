package org.vcdsl.backend.ansible;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A program that a host must have, how to ask it, and what to do when it does not answer. */
enum Tool {
	VIRSH("install the packages libvirt-daemon-system and libvirt-clients.", EnumSet.of(TaskFile.DEFINE_BRIDGED_NETWORK,
			TaskFile.CREATE_VOLUME, TaskFile.DEFINE_VM, TaskFile.START_VM), "virsh", "version"),
	QEMU_IMG("install the package qemu-utils.", EnumSet.of(TaskFile.DEFINE_VM), "qemu-img", "--version"),
	CLOUD_LOCALDS("install the package cloud-image-utils.", EnumSet.of(TaskFile.DEFINE_VM), "cloud-localds", "--help"),
	COMPOSE("install docker's engine and its Compose plug-in, version 2.", EnumSet.of(TaskFile.DEFINE_CONTAINER_NETWORK,
			TaskFile.START_CONTAINER), "docker", "compose", "version"),
	LXC("install the package lxc.", EnumSet.of(TaskFile.START_SYSTEM_CONTAINER), "lxc-info", "--version");

	private final String remedy;
	private final Set<TaskFile> users;
	private final List<String> probe;

	Tool(String remedy, Set<TaskFile> users, String... probe) {
		this.remedy = remedy;
		this.users = users;
		this.probe = List.of(probe);
	}

	/** What the task files need, as their tasks read it; taking back makes no disks. */
	static List<Map<String, Object>> neededFor(List<TaskFile> taskFiles, boolean undo) {
		var candidates = undo ? EnumSet.of(VIRSH, COMPOSE, LXC) : EnumSet.allOf(Tool.class);
		return candidates.stream().filter(tool -> taskFiles.stream().anyMatch(tool.users::contains)).map(tool -> {
			Map<String, Object> item = new LinkedHashMap<>();
			item.put("probe", tool.probe);
			item.put("remedy", tool.remedy);
			return item;
		}).toList();
	}
}
