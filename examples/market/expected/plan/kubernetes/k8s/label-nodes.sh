#!/bin/sh
# Gives the nodes of cluster k8s the labels by which its pods find their places. Run it where kubectl reaches the cluster,
# and again whenever a node was added or moved. It stops at a node that the cluster does not have.
set -eu
kubectl label --overwrite node k8s-cp-1 \
  vcdsl.org/node=k8s-cp-1 \
  vcdsl.org/declaration=k8s-cp \
  vcdsl.org/host=alpha \
  vcdsl.org/rack=r1 \
  vcdsl.org/site=hall
kubectl label --overwrite node k8s-cp-2 \
  vcdsl.org/node=k8s-cp-2 \
  vcdsl.org/declaration=k8s-cp \
  vcdsl.org/host=beta \
  vcdsl.org/rack=r2 \
  vcdsl.org/site=hall
kubectl label --overwrite node k8s-cp-3 \
  vcdsl.org/node=k8s-cp-3 \
  vcdsl.org/declaration=k8s-cp \
  vcdsl.org/host=gamma \
  vcdsl.org/rack=r3 \
  vcdsl.org/site=hall
kubectl label --overwrite node k8s-wk-1 \
  vcdsl.org/node=k8s-wk-1 \
  vcdsl.org/declaration=k8s-wk \
  vcdsl.org/host=alpha \
  vcdsl.org/rack=r1 \
  vcdsl.org/site=hall
kubectl label --overwrite node k8s-wk-2 \
  vcdsl.org/node=k8s-wk-2 \
  vcdsl.org/declaration=k8s-wk \
  vcdsl.org/host=beta \
  vcdsl.org/rack=r2 \
  vcdsl.org/site=hall
kubectl label --overwrite node k8s-wk-3 \
  vcdsl.org/node=k8s-wk-3 \
  vcdsl.org/declaration=k8s-wk \
  vcdsl.org/host=gamma \
  vcdsl.org/rack=r3 \
  vcdsl.org/site=hall
