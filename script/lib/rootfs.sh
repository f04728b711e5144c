#!/usr/bin/env bash
# What turns a tree of unpacked Debian packages into the root file system of a stand-in base image.
# Each function changes the tree in the folder it is given.

# Takes out what no image needs, and what came from this machine.
rootfs_trim() {
	local root=$1
	rm -rf "$root"/usr/share/{doc,man,info,locale,lintian,bug,pixmaps,bash-completion} "$root"/var/cache/apt/* \
		"$root"/var/lib/apt/lists/* "$root"/var/log/* "$root"/etc/{resolv.conf,hostname,machine-id} "${root:?}"/dev/*
}

# What the configuration step of ca-certificates does, without running it.
rootfs_certificates() {
	local root=$1
	mkdir -p "$root/etc/ssl/certs"
	find "$root/usr/share/ca-certificates" -name '*.crt' | LC_ALL=C sort | xargs -d '\n' cat >"$root/etc/ssl/certs/ca-certificates.crt"
	rm -rf "$root"/usr/share/ca-certificates "$root"/usr/sbin/update-ca-certificates
}

# Makes Debian's Python answer like the one of python:3.11-slim, and leaves only what is laid over debian:bookworm-slim.
rootfs_python() {
	local root=$1 name
	# The public image's Python belongs to no packager, so its pip installs without an extra option.
	rm -f "$root"/usr/lib/python3*/EXTERNALLY-MANAGED
	mkdir -p "$root/usr/local/bin"
	for name in python3 python3.11 pip pip3; do
		ln -sf "/usr/bin/$name" "$root/usr/local/bin/$name"
	done
	ln -sf /usr/bin/python3.11 "$root/usr/local/bin/python"
	rm -rf "$root"/var/lib/{dpkg,apt} "$root"/etc/apt
	bases_pip >"$root/etc/pip.conf"
	rootfs_trusted "$root"
}

# Puts the certificates that this machine trusts where pip and npm of a stand-in look.
rootfs_trusted() {
	local root=$1 trusted
	trusted=$(bases_trusted)
	[[ $trusted == /dev/null ]] || cp "$trusted" "$root$BASES_CERTIFICATES"
}

# npm and npx as in node:22-slim, over the layer with the program node.
rootfs_npm() {
	local root=$1 name
	for name in npm npx; do
		chmod 755 "$root/usr/local/lib/node_modules/npm/bin/$name-cli.js"
		ln -s "../lib/node_modules/npm/bin/$name-cli.js" "$root/usr/local/bin/$name"
	done
	# npm uses the real path of the program node, which differs here.
	echo 'prefix=/usr/local' >"$root/usr/local/lib/node_modules/npm/npmrc"
	bases_npm >"$root/usr/local/etc/npmrc"
	rootfs_trusted "$root"
}

# Makes Debian's nginx lie where that of the public image does, and leaves only what is laid over debian:bookworm-slim.
rootfs_nginx() {
	local root=$1
	find "$root"/usr/{bin,sbin} -mindepth 1 ! -name nginx -delete
	rm -rf "$root"/etc/nginx/{sites-*,modules-*,snippets} "$root"/var/lib/{dpkg,apt} "$root"/etc/apt
	mkdir -p "$root/etc/nginx/conf.d"
	ln -sf /dev/stderr "$root/var/log/nginx/error.log"
}

# Leaves Python, its libraries and nothing that could serve as a shell or a package manager.
rootfs_distroless() {
	local root=$1
	rootfs_distroless_cc "$root"
	ln -sf python3.11 "$root/usr/bin/python3"
	ln -sf python3.11 "$root/usr/bin/python"
}

# Keeps libraries, and Python where it is installed.
rootfs_distroless_cc() {
	local root=$1
	mkdir -p "$root"/{bin,sbin,usr/bin,usr/sbin}
	find "$root"/{bin,sbin,usr/bin,usr/sbin} -mindepth 1 ! -name 'python3*' -delete
	rm -rf "$root"/var/lib/{dpkg,apt} "$root"/etc/{apt,cron.daily,logrotate.d,dpkg,alternatives,debconf.conf,rmt,fstab} \
		"$root"/usr/lib/{apt,dpkg} "$root"/usr/share/{dpkg,perl5,perl,debconf} \
		"$root"/usr/lib/*/{perl,perl-base,perl5,gconv}
	mkdir -p "$root/home/nonroot" "$root/root" "$root/tmp"
	chmod 1777 "$root/tmp"
	chown 65532:65532 "$root/home/nonroot"
	cat >"$root/etc/passwd" <<-'END'
		root:x:0:0:root:/root:/sbin/nologin
		nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin
		nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin
	END
	cat >"$root/etc/group" <<-'END'
		root:x:0:
		nobody:x:65534:
		tty:x:5:
		staff:x:50:
		nonroot:x:65532:
	END
	echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
}

# Writes the tree as a tar that depends on its content alone.
rootfs_tar() {
	local root=$1 out=$2
	tar --create --file "$out.part" --directory "$root" --sort=name --mtime='@0' --numeric-owner --format=posix \
		--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime .
	mv "$out.part" "$out"
}
