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
	# The public image's Python belongs to no packager, so its pip installs without being asked twice.
	rm -f "$root"/usr/lib/python3*/EXTERNALLY-MANAGED
	mkdir -p "$root/usr/local/bin"
	for name in python3 python3.11 pip pip3; do
		ln -sf "/usr/bin/$name" "$root/usr/local/bin/$name"
	done
	ln -sf /usr/bin/python3.11 "$root/usr/local/bin/python"
	rm -rf "$root"/var/lib/{dpkg,apt} "$root"/etc/apt
}

# Leaves Python, its libraries and nothing that could serve as a shell or a package manager.
rootfs_distroless() {
	local root=$1
	find "$root"/{bin,sbin,usr/bin,usr/sbin} -mindepth 1 ! -name 'python3*' -delete
	ln -sf python3.11 "$root/usr/bin/python3"
	ln -sf python3.11 "$root/usr/bin/python"
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
