#!/usr/bin/env bash
# Builds the Dockerfile and runs it as it is meant to be run (not as root, read-only root file system, no capabilities), without
# a Docker engine: buildah and podman from Debian. BASE names the base image; without it one is made from this machine's node and certificates.
set -euo pipefail
cd "$(dirname "$0")/../.."

for tool in buildah podman; do
  command -v "$tool" >/dev/null || { echo "container:check needs $tool (apt-get install buildah podman runc mmdebstrap)"; exit 1; }
done
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=${STORAGE_DRIVER:-vfs}
image=attest-check
port=${PORT:-4317}
work=$(mktemp -d)
stop() { podman rm -f attest-check >/dev/null 2>&1 || true; rm -rf "$work"; }
trap stop EXIT

base=${BASE:-}
if [ -z "$base" ]; then
  base=localhost/attest-base
  if ! buildah inspect --type image "$base" >/dev/null 2>&1; then
    echo "making a base image from Debian and this machine's node"
    mmdebstrap --variant=minbase --include=ca-certificates bookworm "$work/root.tar" >/dev/null
    node_home=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
    tar -cf "$work/node.tar" -C "$node_home" --transform 's,^,usr/local/,' bin/node include/node
    tar -rf "$work/node.tar" -C "$(npm root -g)/.." --transform 's,^,usr/local/lib/,' node_modules/npm
    container=$(buildah from scratch)
    buildah add -q "$container" "$work/root.tar" /
    buildah add -q "$container" "$work/node.tar" /
    # the registry may stand behind this machine's own certificate authority
    buildah add -q "$container" /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
    buildah config --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt "$container"
    buildah run "$container" -- ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
    buildah commit -q "$container" "$base" >/dev/null
    buildah rm "$container" >/dev/null
  fi
fi

echo "building"
buildah bud -q --layers --isolation chroot --format docker --network host --build-arg BASE="$base" -t "$image" . >/dev/null

mkdir "$work/data" && chown 1000:1000 "$work/data"
run() { podman --cgroup-manager=cgroupfs --runtime runc run --ulimit nofile=1024:1024 --ulimit nproc=1024:1024 --no-healthcheck --network=host --read-only --tmpfs /tmp --cap-drop=ALL -v "$work/data:/data" -e PORT="$port" "$@"; }

echo "starting without keys must be refused"
if run --rm "$image" >"$work/refused" 2>&1; then echo "it started on an open address without keys"; exit 1; fi
grep -qi 'key' "$work/refused" || { echo "the refusal does not speak of keys:"; cat "$work/refused"; exit 1; }

echo "starting with a key"
run -d --name attest-check -e API_KEYS=write:container-check-secret "$image" >/dev/null
for _ in $(seq 100); do curl -fs "http://127.0.0.1:$port/readyz" >/dev/null 2>&1 && break; sleep 0.1; done
curl -fs "http://127.0.0.1:$port/readyz" >/dev/null

ask() { curl -fsS -H 'authorization: Bearer container-check-secret' -H 'content-type: application/json' "$@"; }
ask "http://127.0.0.1:$port/v1/articles" -d '{"text":"Some 300 people met in Geneva on Monday, the ministry said.","publishedAt":"2019-04-24"}' | grep -q '"id":"art_'
ask "http://127.0.0.1:$port/v1/facts" | grep -q '"items":\['
podman exec attest-check node -e 'if (process.getuid() === 0) process.exit(1)'
podman exec attest-check node -e 'try { require("fs").writeFileSync("/app/x", ""); process.exit(1) } catch {}'
podman exec attest-check node -e 'fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))'

podman stop -t 10 attest-check >/dev/null
code=$(podman inspect attest-check --format '{{.State.ExitCode}}')
[ "$code" = 0 ] || { echo "SIGTERM ended it with exit $code"; podman logs attest-check | tail -5; exit 1; }
echo "container ok: built, refused without keys, served with one, not root, read-only, SIGTERM exit 0"
