#!/usr/bin/env bash
# Debian packages: installed on the machine where there is no other way, else unpacked into the cache folder.

KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

# Is this a machine with Debian's package tools?
debian_here() { has apt-get && has dpkg && [[ -e $KEYRING ]]; }

debian_installed() { [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

# apt-get without questions, and patient while another process holds the lock.
apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get --quiet --quiet -o DPkg::Lock::Timeout=300 "$@"; }

# Reads the machine's package lists again, once in a run.
debian_update() {
	[[ -z ${DEBIAN_UPDATED:-} ]] || return 0
	apt_get update >&2
	DEBIAN_UPDATED=yes
}

# Installs those of the named packages that are missing.
debian_install() {
	local name missing=()
	for name in "$@"; do
		debian_installed "$name" || missing+=("$name")
	done
	((${#missing[@]})) || return 0
	has apt-get || die "these packages are needed, and this machine has no apt-get: ${missing[*]}"
	say "installing Debian packages: ${missing[*]}"
	# The lists may be absent or too old to be true: read them again only when it fails.
	apt_get install --yes --no-install-recommends "${missing[@]}" >/dev/null 2>&1 </dev/null && return 0
	debian_update
	local output
	output=$(apt_get install --yes --no-install-recommends "${missing[@]}" 2>&1 </dev/null) ||
		die "apt-get could not install ${missing[*]}"$'\n'"$output"
}

# The address of the Debian mirror that the machine's own apt uses.
debian_mirror() {
	local mirror
	mirror=$(debian_mirror_listed)
	if [[ -z $mirror ]]; then
		debian_update
		mirror=$(debian_mirror_listed)
	fi
	[[ -n $mirror ]] || die "apt knows no Debian mirror (apt-get indextargets)"
	printf '%s\n' "${mirror%/}"
}

debian_mirror_listed() {
	# shellcheck disable=SC2016 # apt-get's own placeholders
	apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | sed -n 1p
}

# Downloads packages from a suite of the mirror into the current folder, leaving the machine's apt as it is.
# The suite `here` is what the machine itself uses.
debian_download() {
	local suite=$1 home=$CACHE/apt/$1
	shift
	if [[ $suite == here ]]; then
		apt_get download -o APT::Sandbox::User=root "$@" >/dev/null 2>&1 && return 0
		debian_update
		apt_get download -o APT::Sandbox::User=root "$@" >&2
		return
	fi
	mkdir -p "$home"/{lists/partial,cache/archives/partial,parts}
	echo "deb [signed-by=$KEYRING] $(debian_mirror) $suite main" >"$home/sources.list"
	{
		# How to reach the mirror is the machine's to say, the rest is ours.
		apt-config dump | grep -E '^Acquire::(http|https|ftp|Check-|Retries)' || true
		cat <<-END
			Dir::State "$home";
			Dir::State::lists "$home/lists";
			Dir::State::status "/dev/null";
			Dir::Cache "$home/cache";
			Dir::Etc::sourcelist "$home/sources.list";
			Dir::Etc::sourceparts "$home/parts";
			Dir::Etc::preferences "/dev/null";
			Dir::Etc::preferencesparts "$home/parts";
			Dir::Etc::main "/dev/null";
			Dir::Etc::parts "$home/parts";
			Acquire::Languages "none";
			APT::Sandbox::User "root";
		END
	} >"$home/apt.conf"
	APT_CONFIG=$home/apt.conf apt-get --quiet --quiet update >&2 || return 1
	APT_CONFIG=$home/apt.conf apt-get --quiet --quiet download "$@" >&2
}

# Downloads packages and unpacks them below a folder, without installing them.
debian_unpack() {
	local suite=$1 into=$2 work package
	shift 2
	work=$(mktemp -d "$CACHE/download.XXXXXX")
	if ! (cd "$work" && debian_download "$suite" "$@"); then
		rm -rf "$work"
		return 1
	fi
	for package in "$work"/*.deb; do
		dpkg-deb --extract "$package" "$into"
	done
	rm -rf "$work"
}
