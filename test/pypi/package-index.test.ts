import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openPackageIndexes, type PackageIndexOptions } from "../../src/adapters/pypi/package-index.ts";
import { native, pure, serveIndex, sources } from "./server.ts";

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function options(more: Partial<PackageIndexOptions> = {}): Promise<PackageIndexOptions> {
	const folder = await mkdtemp(join(tmpdir(), "lucid-index-"));
	folders.push(folder);
	const { signal } = new AbortController();
	return { folder, mode: "online", totalMs: 20_000, env: {}, signal, date: () => 1e12, ...more };
}

const packages = {
	"python-consul2": [
		...sources("python-consul2", "0.1.4", "0.1.5"),
		{ filename: "python_consul2-0.1.5-py2.py3-none-any.whl" },
	],
	grpcio: native("grpcio", "1.59.3", "manylinux_2_17_aarch64.manylinux2014_aarch64", "win_amd64"),
	broken: [
		{ filename: "broken-1.0.tar.gz", yanked: "does <not> work & more", requires: ">=3.8,<4" },
		{ filename: "broken-1.1.tar.gz", yanked: true },
		{ filename: "broken-1.2.zip" },
		{ filename: "broken-1.2.win32.exe" },
		{ filename: "broken-nonsense.tar.gz" },
	],
} as const;

for (const form of ["json", "html"] as const)
	for (const gzip of ["gzip", undefined] as const)
		test(`what an index has is read from its ${form} form${gzip === undefined ? "" : ", compressed"}`, async () => {
			await using server = await serveIndex(packages, { form, ...(gzip && { gzip }) });
			const indexes = openPackageIndexes(await options());
			assert.deepEqual(await indexes.lookUp(server.url, "python-consul2"), {
				kind: "known",
				all: "all",
				releases: [
					{ version: "0.1.4", wheels: [], source: true },
					{ version: "0.1.5", wheels: ["py2.py3-none-any"], source: true },
				],
			});
			const grpc = await indexes.lookUp(`${server.url}/`, "grpcio");
			assert.deepEqual(grpc.kind === "known" && grpc.releases[0]?.wheels, [
				"cp311-cp311-manylinux_2_17_aarch64.manylinux2014_aarch64",
				"cp311-cp311-win_amd64",
			]);
			const broken = await indexes.lookUp(server.url, "broken");
			assert.deepEqual(broken.kind === "known" && broken.releases, [
				{ version: "1.0", wheels: [], source: true, requiresPython: ">=3.8,<4", yanked: "does <not> work & more" },
				{ version: "1.1", wheels: [], source: true, yanked: "" },
				{ version: "1.2", wheels: [], source: true },
			]);
			assert.deepEqual(await indexes.lookUp(server.url, "aioconsul"), { kind: "missing" });
			assert.deepEqual(indexes.failures(), []);
		});

test("a response is cached, used while it is fresh, and revalidated after that", async () => {
	await using server = await serveIndex(packages);
	let now = 1e12;
	const common = await options({ date: () => now, freshMs: 1000 });
	const ask = (more: Partial<PackageIndexOptions> = {}) =>
		openPackageIndexes({ ...common, ...more }).lookUp(server.url, "grpcio");
	const first = await ask();
	now += 500;
	assert.deepEqual(await ask(), first);
	assert.deepEqual(server.log, ["GET /simple/grpcio/ 200"]);
	now += 1000;
	assert.deepEqual(await ask(), first);
	assert.deepEqual(server.log.slice(1), ["GET /simple/grpcio/ 304"]);
	now += 500;
	await ask();
	assert.equal(server.log.length, 2, "what the index said still holds is fresh again");
	now += 1e9;
	assert.deepEqual(await ask({ mode: "offline" }), first);
	assert.equal(server.log.length, 2, "offline, nobody is asked, however old the answer");
});

test("the same package is requested once", async () => {
	await using server = await serveIndex(packages);
	const indexes = openPackageIndexes(await options());
	await Promise.all(Array.from({ length: 20 }, () => indexes.lookUp(server.url, "grpcio")));
	assert.equal(server.log.length, 1);
});

test("offline with an empty cache nothing is known and nothing fails", async () => {
	await using server = await serveIndex(packages);
	const indexes = openPackageIndexes(await options({ mode: "offline" }));
	assert.deepEqual(await indexes.lookUp(server.url, "grpcio"), { kind: "unknown" });
	assert.deepEqual([indexes.failures(), server.log], [[], []]);
});

test("an unreachable index is reported once for all packages", async () => {
	const closed = createServer();
	const port = await new Promise<number>((resolve) =>
		closed.listen(0, "127.0.0.1", () => resolve((closed.address() as { port: number }).port)),
	);
	await new Promise((resolve) => closed.close(resolve));
	const url = `http://127.0.0.1:${port}/simple`;
	const indexes = openPackageIndexes(await options());
	const answers = await Promise.all(["a", "b", "c"].map((key) => indexes.lookUp(url, key)));
	assert.deepEqual(answers, Array(3).fill({ kind: "unknown" }));
	assert.deepEqual(indexes.failures(), [`${url} refused the connection: 3 packages were not checked with it`]);
});

test("a slow index takes no more than the limit for all requests", async () => {
	await using server = await serveIndex({ ...packages, slow: () => {}, slower: () => {} });
	const indexes = openPackageIndexes(await options({ totalMs: 300 }));
	const answers = await Promise.all(["slow", "slower", "slow"].map((key) => indexes.lookUp(server.url, key)));
	assert.deepEqual(answers, Array(3).fill({ kind: "unknown" }));
	assert.match(indexes.failures().join(), /did not respond within 0.3 s: 2 packages/);
});

test("a broken page does not affect the others", async () => {
	const broken = {
		...packages,
		five: (answer: { writeHead(status: number): { end(): void } }) => answer.writeHead(500).end(),
		garbage: (answer: { end(text: string): void }) => answer.end("not a list at all"),
		cut: (answer: { writeHead(status: number, headers: object): void; write(text: string): void; destroy(): void }) => {
			answer.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
			answer.write("{");
			answer.destroy();
		},
	};
	await using server = await serveIndex(broken as never);
	const indexes = openPackageIndexes(await options());
	for (const key of ["five", "garbage"])
		assert.deepEqual(await indexes.lookUp(server.url, key), { kind: "unknown" }, key);
	assert.equal((await indexes.lookUp(server.url, "grpcio")).kind, "known");
	assert.deepEqual(await indexes.lookUp(server.url, "cut"), { kind: "unknown" });
	assert.equal(indexes.failures().length, 1);
	assert.deepEqual(server.log.filter((line) => line.includes("five")).length, 2, "a transient failure is retried once");
});

test("redirects are followed, but not forever", async () => {
	await using server = await serveIndex({
		...packages,
		moved: (answer) => answer.writeHead(301, { location: "/simple/grpcio/" }).end(),
		round: (answer) => answer.writeHead(302, { location: "/simple/round/" }).end(),
	});
	const indexes = openPackageIndexes(await options());
	assert.equal((await indexes.lookUp(server.url, "moved")).kind, "known");
	assert.deepEqual(await indexes.lookUp(server.url, "round"), { kind: "unknown" });
});

test("a login is sent to its own index only, and neither shown nor cached", async () => {
	await using server = await serveIndex({ private: pure("private", "1.0") }, { login: "user:p@ss word" });
	await using elsewhere = await serveIndex(packages);
	const login = server.url.replace("http://", "http://user:p%40ss%20word@");
	const common = await options();
	const withLogin = openPackageIndexes(common);
	assert.equal((await withLogin.lookUp(login, "private")).kind, "known");
	const known = openPackageIndexes({ ...(await options()), login });
	assert.equal(
		(await known.lookUp(server.url, "private")).kind,
		"known",
		"the login of index-url holds for the same place",
	);
	await known.lookUp(elsewhere.url, "grpcio");
	assert.equal(elsewhere.seen().authorization, undefined);

	const wrong = openPackageIndexes(await options());
	assert.deepEqual(await wrong.lookUp(login.replace("p%40ss", "secret"), "private"), { kind: "unknown" });
	assert.match(wrong.failures().join(), /^http:\/\/127\.0\.0\.1:\d+\/simple requires a login \(status 401\)/);
	const strange = openPackageIndexes(await options());
	await strange.lookUp("ftp://user:secret@example.com/", "x");
	await strange.lookUp("::user:secret::", "x");
	assert.doesNotMatch([...wrong.failures(), ...strange.failures()].join(), /secret/);
	for (const name of await readdir(common.folder, { recursive: true })) {
		assert.doesNotMatch(name, /user|p@ss/);
		if (name.endsWith(".json")) assert.doesNotMatch(await readFile(join(common.folder, name), "utf8"), /p@ss|p%40ss/);
	}
});

test("an aborted run aborts requests", async () => {
	await using server = await serveIndex({ slow: () => {} });
	const controller = new AbortController();
	const indexes = openPackageIndexes(await options({ signal: controller.signal }));
	const asked = indexes.lookUp(server.url, "slow");
	setTimeout(() => controller.abort(), 50);
	await assert.rejects(asked, { name: "AbortError" });
});

test("at most sixteen requests run at the same time", async () => {
	let now = 0;
	let most = 0;
	const answer = (response: ServerResponse) => {
		most = Math.max(most, ++now);
		setTimeout(() => {
			now--;
			response.writeHead(404).end();
		}, 20);
	};
	const names = Array.from({ length: 50 }, (_, i) => `p${i}`);
	await using server = await serveIndex(Object.fromEntries(names.map((name) => [name, answer])));
	const indexes = openPackageIndexes(await options());
	const answers = await Promise.all(names.map((name) => indexes.lookUp(server.url, name)));
	assert.ok(answers.every(({ kind }) => kind === "missing"));
	assert.ok(most > 1 && most <= 16, `${most} at once`);
});
