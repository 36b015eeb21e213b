#!/usr/bin/env bash
# Writes rule.yaml, which is alerts.yaml as the Prometheus operator takes it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
{
  cat <<'HEAD'
# The rules of alerts.yaml for the Prometheus operator, written by operator.sh; deploy/manifest-tests compare the two.
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: commonfold
spec:
HEAD
  sed -n '/^groups:/,$s/^./  &/p' alerts.yaml
} >rule.yaml
