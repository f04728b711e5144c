import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { reply, serve } from "../registry/server.ts";
import { temporaryFolder } from "../support/repo.ts";

const root = path.join(import.meta.dirname, "../..");
const digest = (digit: string) => `sha256:${digit.repeat(64)}`;

/** Docker Hub with these releases: it wants a token, and pages its lists. */
function hub(releases: Readonly<Record<string, Readonly<Record<string, string>>>>) {
	return serve((request, response) => {
		const url = new URL(request.url ?? "", `http://${request.headers.host}`);
		if (url.pathname === "/token")
			return reply(response, 200, JSON.stringify({ token: `of ${url.searchParams.get("scope")}` }));
		const [, repository = "", kind, tag = ""] = /^\/v2\/(.+)\/(tags|manifests)\/(.+)$/.exec(url.pathname) ?? [];
		if (request.headers.authorization !== `Bearer of repository:${repository}:pull`)
			return reply(response, 401, "", {
				"www-authenticate": `Bearer realm="http://${request.headers.host}/token",service="hub"`,
			});
		const tags = releases[repository] ?? {};
		if (kind === "manifests") return reply(response, 200, "", { "docker-content-digest": tags[tag] ?? "" });
		const names = Object.keys(tags);
		const from = Number(url.searchParams.get("from") ?? 0);
		const link = `</v2/${repository}/tags/list?from=${from + 2}>; rel="next"`;
		const headers: Record<string, string> = from + 2 < names.length ? { link } : {};
		reply(response, 200, JSON.stringify({ tags: names.slice(from, from + 2) }), headers);
	});
}

test("script/pins proposes the newest release by version, and writes its tag and digest", async () => {
	const folder = await temporaryFolder();
	try {
		const file = path.join(folder, "setup.ts");
		const source = await readFile(path.join(root, "src/options/by-topic/setup.ts"), "utf8");
		await writeFile(file, source);
		const [, qemuTag = "", qemu = ""] =
			/\/\/ (\S+)\s+default: "docker\.io\/tonistiigi\/binfmt@(\S+)"/.exec(source) ?? [];
		await using server = await hub({
			"moby/buildkit": {
				"v0.9.3": digest("1"),
				"v99.10.1": digest("2"),
				"v99.9.9": digest("3"),
				"v99.11.0-rc1": digest("4"),
				"v99.10.1-rootless": digest("5"),
				latest: digest("6"),
			},
			"tonistiigi/binfmt": { "qemu-v7.0.0-28": digest("7"), [qemuTag]: qemu, "buildkit-v10.0.0-1": digest("8") },
		});
		const env = { ...process.env, LUCID_PINS_REGISTRY: `http://${server.host}`, LUCID_PINS_FILE: file };
		const run = (...args: string[]) => exec([process.execPath, path.join(root, "script/pins.ts"), ...args], { env });
		const proposed = await run();
		assert.equal(proposed.exitCode, 1, proposed.stderr);
		assert.match(proposed.stdout, new RegExp(`^moby/buildkit v\\S+ -> v99\\.10\\.1@${digest("2")}$`, "m"));
		assert.match(proposed.stdout, new RegExp(`^tonistiigi/binfmt ${qemuTag} is the newest release$`, "m"));
		assert.equal(await readFile(file, "utf8"), source, "nothing is written");

		assert.equal((await run("--write")).exitCode, 0);
		const written = await readFile(file, "utf8");
		assert.ok(written.includes(`// v99.10.1\n\t\tdefault: "docker.io/moby/buildkit@${digest("2")}"`));
		const again = await run();
		assert.deepEqual(
			[again.exitCode, again.stdout.includes("moby/buildkit v99.10.1 is the newest release")],
			[0, true],
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
