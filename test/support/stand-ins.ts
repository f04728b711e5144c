import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";

const root = join(import.meta.dirname, "../..");
const docker = dockerWith(exec);
const printed = async (program: string, ...args: string[]) =>
	(await promisify(execFile)(program, args, { encoding: "utf8" })).stdout.trim();

/**
 * Images that stand in for public ones of setup's, in a registry that mirrors Docker Hub, for machines that cannot
 * reach it. What is in them is real: QEMU from Debian, for S/390 and RISC-V, BuildKit from its Go module. Each answers
 * its reference, by digest, as on Docker Hub.
 */
export async function binfmtStandIn(registry: string): Promise<string> {
	// The heads of ELF programs, and which of their bits count: S/390 is big-endian, RISC-V little-endian.
	const s390x = String.raw`\x7fELF\x02\x02\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x16:\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff`;
	const riscv64 = String.raw`\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xf3\x00:\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff`;
	// As the real one does, it says what went wrong and ends well.
	const script = `#!/bin/busybox sh
at=/proc/sys/fs/binfmt_misc
[ "$1" != --version ] || { echo stand-in >&2; exit; }
[ -e $at/status ] || /bin/busybox mount -t binfmt_misc binfmt_misc $at || { echo "error: cannot mount binfmt_misc filesystem at $at" >&2; exit; }
for name in $(echo "$2" | /bin/busybox tr , " "); do
	case $1-$name in
	--install-s390x) magic='${s390x}' ;;
	--install-riscv64) magic='${riscv64}' ;;
	--install-loong64) echo "installing: $name OK" >&2; continue ;;
	--install-*) echo "installing: $name unsupported architecture: $name" >&2; continue ;;
	*) [ ! -e $at/\${PREFIX}$name ] || echo -1 >$at/\${PREFIX}$name; continue ;;
	esac
	if [ -e $at/\${PREFIX}$name ]; then echo "installing: $name \${PREFIX}$name already registered" >&2
	elif printf %s ":\${PREFIX}$name:M::$magic:/usr/bin/qemu-$name:CF" >$at/register; then echo "installing: $name OK" >&2
	else echo "installing: $name cannot register" >&2; fi
done
# What docker/setup-qemu-action asks for: what runs.
echo '{"supported": [], "emulators": []}'
`;
	return standIn(registry, "tonistiigi/binfmt", "scratch", async (folder) => {
		await copyFile(await printed(join(root, "script/busybox")), join(folder, "busybox"));
		// The real one has ten of them, and as much to carry.
		for (const name of ["s390x", "riscv64", "aarch64"])
			await copyFile(await printed(join(root, "script/qemu"), name), join(folder, `qemu-${name}`));
		await writeFile(join(folder, "binfmt"), script, { mode: 0o755 });
		const copies = ["COPY qemu-* binfmt /usr/bin/", "COPY qemu-* /usr/share/more/", "COPY busybox /bin/"];
		return `${copies.join("\n")}\nENV PREFIX=lucid-test-\nVOLUME /tmp\nENTRYPOINT ["binfmt"]\n`;
	});
}

/** Takes back what it registered, and what the engine has of it. */
export async function forgetBinfmt(image: string, registry: string): Promise<void> {
	const mirrored = `${registry}/${image}`;
	const kept = `localhost:1/lucid/binfmt:${image.split("@")[1]?.replace(":", "-")}`;
	await docker(["run", "--rm", "--privileged", mirrored, "--uninstall", "s390x,riscv64"]);
	await docker(["image", "rm", "--force", kept, mirrored, mirrored.replace(/@.*/, ":stand-in")]);
}

export async function buildkitStandIn(registry: string): Promise<string> {
	return standIn(registry, "moby/buildkit", "library/python:3.11-slim", async (folder) => {
		const runc = await printed("sh", "-c", "command -v runc");
		await mkdir(join(folder, "bin"));
		await mkdir(join(folder, "lib"));
		await copyFile(await printed(join(root, "script/buildkitd")), join(folder, "bin/buildkitd"));
		await copyFile(await printed(join(root, "script/buildkitd"), "--client"), join(folder, "bin/buildctl"));
		await copyFile(runc, join(folder, "bin/runc"));
		// What Debian's runc needs beyond the C library, which the base image has.
		for (const [, library = ""] of (await printed("ldd", runc)).matchAll(/=> (\S*libseccomp\S+)/g))
			await copyFile(library, join(folder, "lib", basename(library)));
		return 'COPY bin/ /usr/bin/\nCOPY lib/ /usr/lib/\nENTRYPOINT ["buildkitd"]\n';
	});
}

async function standIn(
	registry: string,
	name: string,
	base: string,
	fill: (folder: string) => Promise<string>,
): Promise<string> {
	const from = process.env.LUCID_MIRRORS === undefined || base === "scratch" ? base : `${registry}/docker.io/${base}`;
	const folder = await mkdtemp(join(tmpdir(), "lucid-stand-in-"));
	try {
		const dockerfile = `FROM ${from}\n${await fill(folder)}`;
		const metadata = join(folder, "metadata.json");
		const { exitCode, stderr } = await docker(
			[
				...["buildx", "build", "--builder=default", "--push", "--provenance=mode=min", `--metadata-file=${metadata}`],
				...[`--tag=${registry}/docker.io/${name}:stand-in`, "--file=-", folder],
			],
			{ input: dockerfile },
		);
		assert.equal(exitCode, 0, stderr);
		const { "containerimage.digest": digest } = JSON.parse(await readFile(metadata, "utf8")) as Record<string, string>;
		return `docker.io/${name}@${digest}`;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
