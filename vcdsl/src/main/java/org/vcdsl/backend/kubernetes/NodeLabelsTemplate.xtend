package org.vcdsl.backend.kubernetes

/** The script that labels the nodes of a cluster: only loops and slugs. */
package class NodeLabelsTemplate {

	def String print(NodeLabels labels) '''
		#!/bin/sh
		# Gives the nodes of cluster «labels.cluster» the labels by which its pods find their places. Run it where kubectl reaches the cluster,
		# and again whenever a node was added or moved. It stops at a node that the cluster does not have.
		set -eu
		«FOR node : labels.nodes»
			kubectl label --overwrite node «node.name» \
			  «FOR label : node.labels SEPARATOR ' \\\n'»«label»«ENDFOR»
		«ENDFOR»
	'''
}
