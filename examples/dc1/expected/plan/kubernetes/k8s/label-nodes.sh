#!/bin/sh
# Gives the nodes of cluster k8s the labels by which its pods find their places. Run it where kubectl reaches the cluster,
# and again whenever a node was added or moved. It stops at a node that the cluster does not have.
set -eu
kubectl label --overwrite node k8s-cp-1 \
  vcdsl.org/node=k8s-cp-1 \
  vcdsl.org/declaration=k8s-cp \
  vcdsl.org/host=kvm-1 \
  vcdsl.org/rack=r1 \
  vcdsl.org/site=dc1
kubectl label --overwrite node k8s-cp-2 \
  vcdsl.org/node=k8s-cp-2 \
  vcdsl.org/declaration=k8s-cp \
  vcdsl.org/host=kvm-3 \
  vcdsl.org/rack=r2 \
  vcdsl.org/site=dc1
kubectl label --overwrite node k8s-cp-3 \
  vcdsl.org/node=k8s-cp-3 \
  vcdsl.org/declaration=k8s-cp \
  vcdsl.org/host=kvm-5 \
  vcdsl.org/rack=r3 \
  vcdsl.org/site=dc1
kubectl label --overwrite node k8s-wk-1 \
  vcdsl.org/node=k8s-wk-1 \
  vcdsl.org/declaration=k8s-wk \
  vcdsl.org/host=kvm-2 \
  vcdsl.org/rack=r1 \
  vcdsl.org/site=dc1
kubectl label --overwrite node k8s-wk-2 \
  vcdsl.org/node=k8s-wk-2 \
  vcdsl.org/declaration=k8s-wk \
  vcdsl.org/host=kvm-4 \
  vcdsl.org/rack=r2 \
  vcdsl.org/site=dc1
kubectl label --overwrite node k8s-wk-3 \
  vcdsl.org/node=k8s-wk-3 \
  vcdsl.org/declaration=k8s-wk \
  vcdsl.org/host=kvm-6 \
  vcdsl.org/rack=r3 \
  vcdsl.org/site=dc1
kubectl label --overwrite node k8s-wk-4 \
  vcdsl.org/node=k8s-wk-4 \
  vcdsl.org/declaration=k8s-wk \
  vcdsl.org/host=kvm-1 \
  vcdsl.org/rack=r1 \
  vcdsl.org/site=dc1
kubectl label --overwrite node k8s-wk-5 \
  vcdsl.org/node=k8s-wk-5 \
  vcdsl.org/declaration=k8s-wk \
  vcdsl.org/host=kvm-3 \
  vcdsl.org/rack=r2 \
  vcdsl.org/site=dc1
kubectl label --overwrite node k8s-wk-6 \
  vcdsl.org/node=k8s-wk-6 \
  vcdsl.org/declaration=k8s-wk \
  vcdsl.org/host=kvm-5 \
  vcdsl.org/rack=r3 \
  vcdsl.org/site=dc1
