#!/usr/bin/env bash
# Stand-ins for public base images, made of the Debian packages that the public ones are made of (Node comes from npm),
# for machines that cannot reach a public registry. They are written as the storage of a registry: no engine takes part.

BASES_SUITE=bookworm
BASES_ARCHITECTURES='amd64 arm64'
# What the build of a stand-in needs on the machine.
# shellcheck disable=SC2034 # read by engine.sh
BASES_NEED='mmdebstrap'
# The packages of npm that hold the programs node and npm.
BASES_NODE=22.23.5
BASES_NPM=10.9.9
# Where pip and npm look in a stand-in for the certificates that this machine trusts.
BASES_CERTIFICATES=/etc/ssl/certs/ca-certificates.crt

# Can the public registries be reached? Any answer will do.
bases_public() {
	# shellcheck disable=SC2016 # JavaScript's
	node -e '
		const hosts = ["registry-1.docker.io", "gcr.io"];
		const ask = (host) => fetch(`https://${host}/v2/`, { method: "HEAD", signal: AbortSignal.timeout(4000) });
		Promise.all(hosts.map(ask)).then(() => process.exit(0), () => process.exit(1));
	' 2>/dev/null
}

# What the stand-ins depend on, comments aside; another key, other stand-ins.
# shellcheck disable=SC2153 # ROOT comes from common.sh
bases_key() {
	{
		sed "/^[[:space:]]*#/d" "$ROOT"/script/lib/{bases,rootfs}.sh
		debian_mirror
		bases_pip
		bases_npm
		cat "$(bases_trusted)"
	} | short_hash
}

# A machine that reaches a package index by settings of its own has them in its stand-ins too, and nowhere else.
bases_trusted() {
	local file=${SSL_CERT_FILE:-$BASES_CERTIFICATES}
	[[ -s $file ]] || file=/dev/null
	printf '%s\n' "$file"
}

# pip's settings for a stand-in: the index that pip of this machine asks.
bases_pip() {
	printf '[global]\ncert = %s\n' "$BASES_CERTIFICATES"
	{ python3 -m pip config list 2>/dev/null || true; } |
		sed -nE "s/^(global|user|:env:)\.(index-url|extra-index-url|trusted-host)='(.*)'\$/\2 = \3/p" | sort --stable --unique --key=1,1
}

# npm's settings for a stand-in: the registry that npm of this machine asks.
bases_npm() { printf 'cafile=%s\nregistry=%s\n' "$BASES_CERTIFICATES" "$(npm config get registry)"; }

# Prints a folder that holds the storage of a registry with the stand-ins in it.
bases_folder() {
	local folder
	folder=$CACHE/bases/$(bases_key)
	[[ -e $folder ]] || with_lock "$CACHE/bases.lock" bases_make "$folder"
	printf '%s\n' "$folder"
}

bases_make() {
	local folder=$1 work architecture job jobs=()
	[[ ! -e $folder ]] || return 0
	say 'making stand-ins for the public base images from Debian packages (once)'
	work=$(mktemp -d "$CACHE/bases.XXXXXX")
	for architecture in $BASES_ARCHITECTURES; do
		bases_layers "$work" "$architecture" >"$work/$architecture.log" 2>&1 &
		jobs+=("$!")
	done
	for job in "${jobs[@]}"; do
		wait "$job" || die "a stand-in could not be made: $(grep -hE '^E: |rror' "$work"/*.log | tail -n 5)"
	done
	STORE=$work/storage
	bases_image library/debian bookworm-slim docker.io "$work" debian '"Cmd":["bash"]'
	bases_image library/python 3.11-slim docker.io "$work" 'debian python' \
		'"Cmd":["python3"]' '"LANG=C.UTF-8","PYTHON_VERSION=3.11"'
	bases_image library/node 22-slim docker.io "$work" 'debian node npm' '"Cmd":["node"]' "\"NODE_VERSION=$BASES_NODE\""
	bases_image library/nginx 1.28 docker.io "$work" 'debian nginx' \
		'"Cmd":["nginx","-g","daemon off;"],"ExposedPorts":{"80/tcp":{}},"StopSignal":"SIGQUIT"'
	bases_image distroless/python3-debian12 latest gcr.io "$work" distroless \
		'"Entrypoint":["/usr/bin/python3.11"]' '"LANG=C.UTF-8","SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt"'
	bases_image distroless/nodejs22-debian12 latest gcr.io "$work" 'distroless_cc node' \
		'"Entrypoint":["/nodejs/bin/node"]' '"SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt"'
	mkdir -p "${folder%/*}"
	mv "$STORE" "$folder"
	rm -rf "$work"
}

# The layers of one architecture, as tars in the work folder.
bases_layers() {
	local work=$1 architecture=$2
	bases_debian "$work" "$architecture"
	bases_tree "$work" "$architecture" python python3,python3-distutils,python3-pip,python3-setuptools,python3-wheel,ca-certificates \
		--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr
	bases_tree "$work" "$architecture" nginx nginx,ca-certificates --hook-dir=/usr/share/mmdebstrap/hooks/merged-usr
	# Like the public ones, not merged: /lib is a folder there, and so unpacked packages can be copied over it.
	bases_tree "$work" "$architecture" distroless python3-minimal,libpython3.11-stdlib,ca-certificates,tzdata,netbase
	bases_tree "$work" "$architecture" distroless_cc libc6,libssl3,libgcc-s1,libgomp1,libstdc++6,ca-certificates,tzdata,netbase
	bases_node "$work" "$architecture"
}

# Node from the packages of npm that hold its official programs, and npm itself. The two images share the first layer.
bases_node() {
	local work=$1 architecture=$2 root=$1/node-$2 package=$1/node-package-$2 machine=$2
	[[ $architecture != amd64 ]] || machine=x64
	mkdir -p "$root/nodejs/bin" "$root/usr/local/bin" "$package"
	npm pack --silent --pack-destination "$package" "node-linux-$machine@$BASES_NODE" "npm@$BASES_NPM"
	tar --extract --file "$package/node-linux-$machine-$BASES_NODE.tgz" --directory "$root/nodejs/bin" --strip-components=2 package/bin/node
	ln -s /nodejs/bin/node "$root/usr/local/bin/node"
	rootfs_tar "$root" "$work/node-$architecture.tar"
	rm -rf "$root"
	mkdir -p "$root/usr/local"/{bin,etc,lib/node_modules/npm} "$root/etc/ssl/certs"
	tar --extract --file "$package/npm-$BASES_NPM.tgz" --directory "$root/usr/local/lib/node_modules/npm" --strip-components=1
	rootfs_npm "$root"
	rootfs_tar "$root" "$work/npm-$architecture.tar"
	rm -rf "$root" "$package"
}

# A whole small Debian with apt. The packages' own scripts set it up from outside, so another architecture needs no
# emulation; should one of them overlook that it is not at home, the machine's folders are read-only to it.
bases_debian() {
	local work=$1 architecture=$2 mirror
	mirror=$(debian_mirror)
	# shellcheck disable=SC2016 # expanded inside
	unshare --mount --propagation private bash -c '
		set -eu
		cd /
		mount -t tmpfs -o mode=1777 tmpfs /tmp
		for folder in / /boot /etc /home /opt /root /srv /usr /var; do
			! mountpoint --quiet "$folder" || mount -o remount,bind,ro "$folder"
		done
		exec env -u TMPDIR SOURCE_DATE_EPOCH=0 mmdebstrap --mode=chrootless --skip=check/qemu --variant=apt --include=usr-is-merged \
			--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr --aptopt="Acquire::Languages \"none\"" \
			--dpkgopt="path-exclude=/usr/share/doc/*" --dpkgopt="path-exclude=/usr/share/man/*" \
			--dpkgopt="path-exclude=/usr/share/info/*" --dpkgopt="path-exclude=/usr/share/locale/*" \
			--customize-hook="rm -f \"\$1/etc/resolv.conf\" \"\$1/etc/hostname\"" "$@"
	' bash --architecture="$architecture" "$BASES_SUITE" - "$mirror" >"$work/debian-$architecture.tar"
}

# A tree of unpacked packages, shaped by the function rootfs_<layer>.
bases_tree() {
	local work=$1 architecture=$2 layer=$3 packages=$4 root
	shift 4
	root=$work/$layer-$architecture
	SOURCE_DATE_EPOCH=0 mmdebstrap --skip=check/qemu --architecture="$architecture" --variant=extract --include="$packages" "$@" \
		"$BASES_SUITE" "$root" "$(debian_mirror)"
	rootfs_certificates "$root"
	"rootfs_$layer" "$root"
	rootfs_trim "$root"
	rootfs_tar "$root" "$work/$layer-$architecture.tar"
	rm -rf "$root"
}

# Writes one image for all architectures into the storage: its layers, a config and a manifest each, and the index.
bases_image() {
	local repository=$1 tag=$2 registry=$3 work=$4 layers=$5 command=$6 environment=${7:-}
	local name=$registry/$repository architecture variant layer tar digest diffs entries manifests=()
	environment='"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"'${environment:+,$environment}
	for architecture in $BASES_ARCHITECTURES; do
		diffs=() entries=() variant=''
		[[ $architecture != arm64 ]] || variant=',"variant":"v8"'
		for layer in $layers; do
			tar=$work/$layer-$architecture.tar
			diffs+=("\"sha256:$(sha256sum <"$tar" | cut -d' ' -f1)\"")
			[[ -e $tar.gz ]] || gzip --fast --no-name --stdout "$tar" >"$tar.gz"
			digest=$(store_blob "$name" "$tar.gz")
			entries+=("$(descriptor application/vnd.oci.image.layer.v1.tar+gzip "$digest" "$tar.gz")")
		done
		printf '{"created":"1970-01-01T00:00:00Z","architecture":"%s"%s,"os":"linux","config":{"Env":[%s],%s},"rootfs":{"type":"layers","diff_ids":[%s]},"history":[]}' \
			"$architecture" "$variant" "$environment" "$command" "$(comma "${diffs[@]}")" >"$work/config"
		digest=$(store_blob "$name" "$work/config")
		printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":%s,"layers":[%s]}' \
			"$(descriptor application/vnd.oci.image.config.v1+json "$digest" "$work/config")" "$(comma "${entries[@]}")" >"$work/manifest"
		digest=$(store_manifest "$name" "$work/manifest")
		manifests+=("$(descriptor application/vnd.oci.image.manifest.v1+json "$digest" "$work/manifest" \
			",\"platform\":{\"architecture\":\"$architecture\"$variant,\"os\":\"linux\"}")")
	done
	printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[%s]}' \
		"$(comma "${manifests[@]}")" >"$work/index"
	digest=$(store_manifest "$name" "$work/index")
	store_link "$name/_manifests/tags/$tag/current" "$digest"
	store_link "$name/_manifests/tags/$tag/index/${digest/://}" "$digest"
}

comma() {
	local IFS=,
	printf '%s' "$*"
}

descriptor() {
	local type=$1 digest=$2 file=$3 more=${4:-}
	printf '{"mediaType":"%s","digest":"%s","size":%d%s}' "$type" "$digest" "$(stat --format=%s "$file")" "$more"
}

# The layout of a registry's file storage (CNCF distribution): blobs by digest, and links to them by repository.
store_link() {
	mkdir -p "$STORE/docker/registry/v2/repositories/$1"
	printf '%s' "$2" >"$STORE/docker/registry/v2/repositories/$1/link"
}

store_data() {
	local hash folder
	hash=$(sha256sum <"$1" | cut -d' ' -f1)
	folder=$STORE/docker/registry/v2/blobs/sha256/${hash:0:2}/$hash
	mkdir -p "$folder"
	cp "$1" "$folder/data"
	printf 'sha256:%s' "$hash"
}

store_blob() {
	local digest
	digest=$(store_data "$2")
	store_link "$1/_layers/${digest/://}" "$digest"
	printf '%s' "$digest"
}

store_manifest() {
	local digest
	digest=$(store_data "$2")
	store_link "$1/_manifests/revisions/${digest/://}" "$digest"
	printf '%s' "$digest"
}
