import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { dockerWith } from "../../src/docker/docker.ts";
import { exec } from "../../src/process/exec.ts";

const root = join(import.meta.dirname, "../..");
const docker = dockerWith(exec);
const printed = async (program: string, ...args: string[]) =>
	(await promisify(execFile)(program, args, { encoding: "utf8" })).stdout.trim();

/**
 * Images that stand in for public ones of setup's, in a registry that mirrors Docker Hub, for machines that cannot reach it. What is in them is real:
 * QEMU from Debian, for S/390 and RISC-V, BuildKit from its Go module. Each answers its reference, by digest, as on Docker Hub.
 */
export async function binfmtStandIn(registry: string): Promise<string> {
	// The heads of ELF programs, and which of their bits count: S/390 is big-endian, RISC-V little-endian.
	const s390x = String.raw`\x7fELF\x02\x02\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x16:\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff`;
	const riscv64 = String.raw`\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xf3\x00:\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff`;
	const script = `#!/usr/bin/python3
import ctypes, os, sys
folder = "/proc/sys/fs/binfmt_misc"
if not os.path.exists(folder + "/register"):
    if ctypes.CDLL(None, use_errno=True).mount(b"binfmt_misc", folder.encode(), b"binfmt_misc", 0, None) != 0:
        sys.exit("binfmt_misc: " + os.strerror(ctypes.get_errno()))
known = {"s390x": r"${s390x}", "riscv64": r"${riscv64}"}
if len(sys.argv) != 3:
    # What docker/setup-qemu-action asks for: the version, and what runs.
    print("stand-in" if "--version" in sys.argv else '{"supported": [], "emulators": []}')
    sys.exit()
action, wanted = sys.argv[1:]
for name in wanted.split(","):
    if action == "--install" and name in known:
        with open(folder + "/register", "w") as file:
            file.write(":lucid-test-" + name + ":M::" + known[name] + ":/usr/bin/qemu-" + name + "-static:F")
    elif action == "--uninstall" and os.path.exists(folder + "/lucid-test-" + name):
        with open(folder + "/lucid-test-" + name, "w") as file:
            file.write("-1")
`;
	return standIn(registry, "tonistiigi/binfmt", async (folder) => {
		for (const name of ["s390x", "riscv64"])
			await copyFile(await printed(join(root, "script/qemu"), name), join(folder, `qemu-${name}-static`));
		await writeFile(join(folder, "binfmt"), script, { mode: 0o755 });
		return 'COPY qemu-* binfmt /usr/bin/\nENTRYPOINT ["binfmt"]\n';
	});
}

export async function buildkitStandIn(registry: string): Promise<string> {
	return standIn(registry, "moby/buildkit", async (folder) => {
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

async function standIn(registry: string, name: string, fill: (folder: string) => Promise<string>): Promise<string> {
	const base = "library/python:3.11-slim";
	const from = process.env.LUCID_MIRRORS === undefined ? base : `${registry}/docker.io/${base}`;
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
