#!/usr/bin/env bash
# arm64 programs on a machine of another kind: QEMU from Debian, registered with the kernel while a run needs it.

BINFMT=/proc/sys/fs/binfmt_misc
BINFMT_NAME=lucid-build-action-aarch64
# Every run that needs the registration holds this lock shared; the run that gets it exclusively was the last one.
BINFMT_USERS=/run/lock/lucid-build-action.binfmt

# Runs a function with binfmt_misc mounted, in a mount namespace of its own so that the machine's mounts stay as they
# are.
binfmt_with() {
	# shellcheck disable=SC2016 # expanded inside
	unshare --mount --propagation private bash -c '
		set -eu
		lib=$1
		shift
		. "$lib/common.sh"
		. "$lib/binfmt.sh"
		[[ -e $BINFMT/register ]] || mount -t binfmt_misc binfmt_misc "$BINFMT"
		"$@"
	' bash "$ROOT/script/lib" "$@"
}

# Does the kernel run arm64 programs, inside containers too? (F: the interpreter was opened when it was registered.)
binfmt_registered() {
	local entry text
	for entry in "$BINFMT"/*; do
		[[ $entry != */register && $entry != */status ]] || continue
		text=$(cat "$entry")
		[[ $text == enabled*'flags: '*F*'magic 7f454c460201'*b700* ]] && return 0
	done
	return 1
}

binfmt_register() {
	local qemu=$1
	# The head of a 64-bit little-endian ELF program for AArch64, and which of its bits count.
	local magic='\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00'
	local mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff'
	binfmt_registered && return 0
	# Another run may have been faster.
	printf '%s' ":$BINFMT_NAME:M::$magic:$mask:$qemu:F" 2>/dev/null >"$BINFMT/register" || binfmt_registered
}

binfmt_unregister() {
	[[ ! -e $BINFMT/$BINFMT_NAME ]] || echo -1 >"$BINFMT/$BINFMT_NAME"
}

# Registers what is not registered, and keeps it until the caller closes its end.
binfmt_hold() {
	trap '' INT QUIT
	binfmt_register "$1"
	cat >/dev/null
}

# Makes arm64 programs run, until binfmt_release. Changes nothing where they already do.
binfmt_acquire() {
	local qemu=$CACHE/tools/qemu-aarch64-static
	[[ $(uname -m) != aarch64 ]] || return 0
	((EUID == 0)) || die 'arm64 programs do not run here, and letting the kernel run them needs root'
	exec 8>"$BINFMT_USERS"
	flock --shared 8
	binfmt_with binfmt_registered || qemu=$(qemu_aarch64) || die 'there is no QEMU for arm64 programs'
	# Since Linux 6.7 what is registered is forgotten with the last mount of binfmt_misc: one of ours stays, also where
	# another run has registered.
	exec 5> >(binfmt_with binfmt_hold "$qemu" 8>&-)
	wait_for 10 binfmt_with binfmt_registered || die 'the kernel did not take QEMU for arm64 programs'
}

# Ends our need; the last one out takes back what we registered.
binfmt_release() {
	[[ -e /proc/self/fd/8 ]] || return 0
	flock --unlock 8
	if flock --nonblock 8; then
		binfmt_with binfmt_unregister 5>&- 8>&- || true
		rm -f "$BINFMT_USERS"
	fi
	exec 5>&- 8>&-
}

qemu_aarch64() { qemu_static aarch64; }

# Prints the path of a static QEMU for an architecture, by QEMU's name, from Debian's package in the cache folder.
qemu_static() {
	local program=$CACHE/tools/qemu-$1-static
	[[ -x $program ]] || with_lock "$CACHE/qemu.lock" qemu_unpack "$program" "$1"
	printf '%s\n' "$program"
}

qemu_unpack() {
	local program=$1 architecture=$2 work package name
	[[ ! -x $program ]] || return 0
	say "getting QEMU for $architecture from Debian (once)"
	work=$(mktemp -d "$CACHE/download.XXXXXX")
	# The package was renamed after Debian 12.
	for package in qemu-user-static qemu-user; do
		debian_unpack here "$work" "$package" || true
		for name in "$work/usr/bin/qemu-$architecture-static" "$work/usr/bin/qemu-$architecture"; do
			[[ -f $name && ! -L $name ]] || continue
			mkdir -p "${program%/*}"
			mv "$name" "$program"
			break 2
		done
	done
	rm -rf "$work"
	[[ -x $program ]] || die "Debian has no QEMU for $architecture here"
}
