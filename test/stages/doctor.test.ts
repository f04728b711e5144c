import assert from "node:assert/strict";
import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import type { Exec } from "../../src/adapters/process/exec.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { exitCodeOf } from "../../src/entrypoints/exit-code.ts";
import type { DoctorResult } from "../../src/model/documents/documents.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { doctor } from "../../src/stages/doctor/stage.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import { emptyRegistry } from "../cli/empty-registry.ts";
import { errorBody, reply, serve } from "../registry/server.ts";
import { makeRepo, type Repo } from "../support/repo.ts";

const catalog = (registry: string) =>
	`version: 1\nproject: shop\nregistry: ${registry}\nservices:\n  api: { context: api }\n`;

/** Looks with a PATH of its own: what is not linked into `bin` is not installed. */
async function look(
	repo: Repo,
	programs: Readonly<Record<string, string>>,
	raw: RawValues = {},
	env: Readonly<Record<string, string>> = {},
) {
	const bin = path.join(repo.root, ".git/bin");
	await mkdir(bin, { recursive: true });
	for (const [name, text] of Object.entries(programs)) {
		const file = path.join(bin, name);
		if (text.startsWith("/")) await symlink(text, file).catch(() => undefined);
		else {
			await writeFile(file, text);
			await chmod(file, 0o755);
		}
	}
	const surroundings = { PATH: bin, HOME: repo.root, ...env };
	const run: Exec = (argv, options) =>
		exec([path.join(bin, argv[0]), ...argv.slice(1)], { ...options, env: { ...surroundings, ...options?.env } });
	const world: StageContext = {
		exec: run,
		docker: dockerWith(run),
		env: surroundings,
		cwd: repo.root,
		progress: () => undefined,
		signal: new AbortController().signal,
		log: () => undefined,
		now: () => 0,
	};
	return doctor(parseOptions({ "min-disk": "1", ...raw }, world), world);
}

const states = ({ checks }: DoctorResult) => Object.fromEntries(checks.map(({ id, state }) => [id, state]));
const check = ({ checks }: DoctorResult, id: string) => checks.find((one) => one.id === id);
const git = "/usr/bin/git";

test("where nothing is installed every check still has its line, and each failure its fix", async () => {
	await using repo = await makeRepo({ "lucid.yml": catalog("127.0.0.1:1"), "api/Dockerfile": "FROM scratch\n" });
	const found = await look(repo, {});
	assert.deepEqual(states(found), {
		node: "good",
		git: "failed",
		engine: "failed",
		"image-store": "skipped",
		buildx: "skipped",
		compose: "skipped",
		"platform:linux/arm64": "skipped",
		catalog: "good",
		"registry:127.0.0.1:1": "failed",
		"login:127.0.0.1:1": "good",
		disk: "good",
	});
	for (const { state, fix } of found.checks) if (state === "failed") assert.ok(fix, "how to mend it");
	assert.match(check(found, "engine")?.found ?? "", /docker is not installed/);
	assert.equal(exitCodeOf({ doctor: found }), 3);
});

test("a stopped engine is distinguished from a missing one", async () => {
	await using repo = await makeRepo({});
	// What docker answers when its daemon is gone; the program itself is the real one where there is one.
	const real = await exec(["sh", "-c", "command -v docker"]);
	const program =
		real.exitCode === 0
			? real.stdout.trim()
			: '#!/bin/sh\necho \'{"ServerErrors":["Cannot connect to the Docker daemon"],"ClientInfo":{"Version":"28.0"}}\'\nexit 1\n';
	const found = await look(repo, { git, docker: program }, {}, { DOCKER_HOST: "unix:///nowhere/docker.sock" });
	assert.equal(check(found, "engine")?.state, "failed");
	assert.match(check(found, "engine")?.found ?? "", /no Docker daemon responds/);
	assert.match(check(found, "engine")?.why ?? "", /connect/i);
	assert.match(check(found, "engine")?.fix ?? "", /systemctl start docker/);
});

/** A docker that answers as one would. */
const answering = (info: object, builder: string) => `#!/bin/sh
case "$1 $2" in
"info --format") case "$3" in *RootDir*) echo /;; *) cat <<'END'
${JSON.stringify(info)}
END
;; esac;;
"buildx inspect") cat <<'END'
${builder}
END
;;
esac
`;
const engine = {
	...{
		ServerVersion: "28.0.0",
		OSType: "linux",
		Architecture: "x86_64",
		DriverStatus: [["driver-type", "io.containerd.snapshotter.v1"]],
	},
	ClientInfo: {
		Version: "28.0.0",
		Plugins: [
			{ Name: "buildx", Version: "v0.20.0" },
			{ Name: "compose", Version: "v2.30.0" },
		],
	},
};
const builder = (platforms: string) =>
	`Name: default\nDriver: docker\n\nNodes:\nName: default\nPlatforms: ${platforms}`;

test("a complete engine, and each part that may be missing", async () => {
	const seen = async (info: object, platforms: string, id: string) => {
		await using repo = await makeRepo({});
		const found = await look(repo, { git, cat: "/bin/cat", docker: answering(info, builder(platforms)) });
		return check(found, id);
	};
	const both = "linux/amd64, linux/arm64";
	assert.equal((await seen(engine, both, "engine"))?.found, "Docker Engine 28.0.0, linux/amd64");
	for (const id of ["engine", "image-store", "buildx", "compose"])
		assert.equal((await seen(engine, both, id))?.state, "good", id);
	assert.equal((await seen(engine, both, "platform:linux/arm64"))?.found, "linux/arm64, emulated");
	const noEmulation = await seen(engine, "linux/amd64", "platform:linux/arm64");
	assert.equal(noEmulation?.state, "failed");
	assert.match(noEmulation?.fix ?? "", /binfmt/);
	const oldStore = await seen({ ...engine, DriverStatus: [] }, both, "image-store");
	assert.match(oldStore?.fix ?? "", /containerd-snapshotter/);
	const plugins = (list: readonly object[]) => ({ ...engine, ClientInfo: { Version: "28", Plugins: list } });
	assert.match((await seen(plugins([]), both, "buildx"))?.fix ?? "", /docker-buildx-plugin/);
	assert.match((await seen(plugins([]), both, "compose"))?.fix ?? "", /docker-compose-plugin/);
	assert.match((await seen(plugins([{ Name: "buildx", Version: "v0.9.0" }]), both, "buildx"))?.found ?? "", /too old/);
	assert.match((await seen({ ...engine, ServerVersion: "20.10.0" }, both, "engine"))?.fix ?? "", /26\.0\.0 or newer/);
});

test("a registry that answers, one that is not there, and one that does not take the login", async () => {
	await using good = await emptyRegistry("nothing");
	await using strict = await serve((_, response) =>
		reply(response, 401, "", { "www-authenticate": 'Basic realm="x"' }),
	);
	const seen = async (host: string, config = "{}") => {
		await using repo = await makeRepo({
			"lucid.yml": catalog(host),
			"api/Dockerfile": "FROM scratch\n",
			"config/config.json": config,
		});
		const { checks } = await look(repo, { git }, {}, { DOCKER_CONFIG: path.join(repo.root, "config") });
		return checks
			.filter(({ id }) => /^(?:registry|login):/.test(id))
			.map(({ state, found }) => `${state}: ${found.replaceAll(host, "HOST")}`);
	};
	assert.deepEqual(await seen(good.host), ["good: HOST responds", "good: HOST is this machine and needs no login"]);
	const auths = JSON.stringify({ auths: { [strict.host]: { auth: Buffer.from("me:wrong").toString("base64") } } });
	assert.deepEqual(await seen(strict.host, auths), ["good: HOST responds", "failed: HOST rejects the stored login"]);
	const [gone] = await seen("127.0.0.1:1");
	assert.match(gone ?? "", /^failed: cannot reach the registry HOST/);
	const [, broken] = await seen(good.host, "not json");
	assert.match(broken ?? "", /^failed: cannot read the login for HOST/);
});

test("the rights to push are checked for every service, and each reason is reported once, with its fix", async () => {
	const refusal = (name: string) =>
		errorBody(
			"DENIED",
			name === "new" ? "not allowed to create organization package" : "permission_denied: write_package",
		);
	await using server = await serve((request, response) => {
		const name = /^\/v2\/(\w+)\//.exec(request.url ?? "")?.[1] ?? "";
		if (request.method === "DELETE") return reply(response, 204);
		if (request.method !== "POST") return reply(response, name === "web" ? 403 : 404);
		if (name === "api") reply(response, 202, "", { location: `${request.url}x` });
		else reply(response, 403, refusal(name));
	});
	const rights = async (...names: readonly string[]) => {
		await using repo = await makeRepo({
			"lucid.yml": `version: 1\nproject: shop\nregistry: ${server.host}\nservices:\n${names.map((name) => `  ${name}: { context: api }\n`).join("")}`,
			"api/Dockerfile": "FROM scratch\n",
			"config/config.json": JSON.stringify({
				auths: { [server.host]: { auth: Buffer.from("me:pw").toString("base64") } },
			}),
		});
		const { checks } = await look(repo, { git }, {}, { DOCKER_CONFIG: path.join(repo.root, "config") });
		return checks
			.filter(({ id }) => id.startsWith("rights:"))
			.map(({ state, found, fix = "" }) => [state, found.replace(server.host, "HOST"), fix]);
	};
	assert.deepEqual(await rights("api"), [["good", "the one repository of HOST can be pushed to", ""]]);
	const [old, created, ...rest] = await rights("web", "api", "shop", "new");
	assert.deepEqual(rest, []);
	assert.deepEqual(old?.slice(0, 2), ["failed", "cannot push to web, shop"]);
	assert.match(old?.[2] ?? "", /packages: write.*Manage Actions access/);
	assert.deepEqual(created?.slice(0, 2), ["failed", "cannot push to new"]);
	assert.match(created?.[2] ?? "", /allow its members to create packages/);
});

test("too little disk space fails, with the command that frees space", async () => {
	await using repo = await makeRepo({});
	const full = check(await look(repo, { git }, { "min-disk": "999999" }), "disk");
	assert.equal(full?.state, "failed");
	assert.match(full?.why ?? "", /less than 999999 GB/);
	assert.match(full?.fix ?? "", /prune/);
	assert.equal(check(await look(repo, { git }), "disk")?.state, "good");
});

test("a catalog that is not there is no failure, one with mistakes is the user's", async () => {
	await using repo = await makeRepo({});
	assert.equal(check(await look(repo, { git }), "catalog")?.state, "warning");
	await repo.write({ "lucid.yml": "version: 2\n" });
	const found = await look(repo, {
		git,
		cat: "/bin/cat",
		docker: answering(engine, builder("linux/amd64, linux/arm64")),
	});
	assert.equal(check(found, "catalog")?.state, "failed");
	assert.equal(exitCodeOf({ doctor: found }), 2);
	await repo.write({ "lucid.yml": catalog("127.0.0.1:1").replace("context: api", "context: gone") });
	assert.match(check(await look(repo, { git }), "catalog")?.why ?? "", /api cannot be built/);
});

test("a folder without repository or commit, and a shallow clone, are reported", async () => {
	await using repo = await makeRepo({ a: "" });
	const found = async (folder: string) => check(await look({ ...repo, root: folder }, { git }), "git")?.found ?? "";
	assert.match(await found(repo.root), /there is no commit/);
	await repo.commit();
	await repo.git("commit", "-q", "--allow-empty", "-m", "second");
	assert.match(await found(repo.root), /^git [\d.]+$/);
	await using other = await makeRepo({});
	await repo.git("clone", "-q", "--depth=1", `file://${repo.root}`, path.join(other.root, "shallow"));
	assert.match(await found(path.join(other.root, "shallow")), /shallow/);
});
