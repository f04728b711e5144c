import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { version } from "../../src/util/version.ts";

const root = path.join(import.meta.dirname, "../..");

async function printed(command: Parameters<typeof exec>[0], options: Parameters<typeof exec>[1] = {}) {
	const { exitCode, stdout, stderr } = await exec(command, options);
	assert.equal(exitCode, 0, stderr);
	return stdout;
}

test("the command is installed as one small package without dependencies, and works", async () => {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-test-"));
	try {
		const args = ["pack", "--silent", "--ignore-scripts", `--pack-destination=${folder}`, root] as const;
		const archive = (await printed(["npm", ...args])).trim();
		const install = ["install", "--global", "--offline", "--silent", `--prefix=${folder}`] as const;
		await printed(["npm", ...install, path.join(folder, archive)]);
		const modules = path.join(folder, "lib/node_modules");
		assert.deepEqual(await readdir(modules), ["@lucid"]);
		const names = await readdir(path.join(modules, "@lucid"), { recursive: true });
		const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(modules, "@lucid", name))).size));
		const bytes = sizes.reduce((sum, size) => sum + size, 0);
		assert.ok(bytes < 6_000_000, `${bytes} bytes`);
		assert.ok(!names.some((name) => /node_modules|(^|\/)(src|test)\//.test(name)), names.join(" "));
		const lucid = path.join(folder, "bin/lucid");
		const env = { PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`, HOME: folder };
		assert.equal(await printed([lucid, "--version"], { env }), `${version}\n`);
		assert.match(await printed([lucid, "plan", "--help"], { env }), /--registry/);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
