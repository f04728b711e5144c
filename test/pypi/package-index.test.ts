import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type IndexOptions, openIndexes } from "../../src/adapters/pypi/package-index.ts";
import { native, pure, serveIndex, sources } from "./server.ts";

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function options(more: Partial<IndexOptions> = {}): Promise<IndexOptions> {
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
			const indexes = openIndexes(await options());
			assert.deepEqual(await indexes.ask(server.url, "python-consul2"), {
				kind: "known",
				all: "all",
				releases: [
					{ version: "0.1.4", wheels: [], source: true },
					{ version: "0.1.5", wheels: ["py2.py3-none-any"], source: true },
				],
			});
			const grpc = await indexes.ask(`${server.url}/`, "grpcio");
			assert.deepEqual(grpc.kind === "known" && grpc.releases[0]?.wheels, [
				"cp311-cp311-manylinux_2_17_aarch64.manylinux2014_aarch64",
				"cp311-cp311-win_amd64",
			]);
			const broken = await indexes.ask(server.url, "broken");
			assert.deepEqual(broken.kind === "known" && broken.releases, [
				{ version: "1.0", wheels: [], source: true, requiresPython: ">=3.8,<4", yanked: "does <not> work & more" },
				{ version: "1.1", wheels: [], source: true, yanked: "" },
				{ version: "1.2", wheels: [], source: true },
			]);
			assert.deepEqual(await indexes.ask(server.url, "aioconsul"), { kind: "missing" });
			assert.deepEqual(indexes.troubles(), []);
		});

test("an answer is kept, taken as it is while it is fresh, and asked about when it is not", async () => {
	await using server = await serveIndex(packages);
	let now = 1e12;
	const common = await options({ date: () => now, freshMs: 1000 });
	const ask = (more: Partial<IndexOptions> = {}) => openIndexes({ ...common, ...more }).ask(server.url, "grpcio");
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

test("the same question is asked once", async () => {
	await using server = await serveIndex(packages);
	const indexes = openIndexes(await options());
	await Promise.all(Array.from({ length: 20 }, () => indexes.ask(server.url, "grpcio")));
	assert.equal(server.log.length, 1);
});

test("offline with nothing kept, nothing is known and nobody is blamed", async () => {
	await using server = await serveIndex(packages);
	const indexes = openIndexes(await options({ mode: "offline" }));
	assert.deepEqual(await indexes.ask(server.url, "grpcio"), { kind: "unknown" });
	assert.deepEqual([indexes.troubles(), server.log], [[], []]);
});

test("an index that cannot be reached is told of once, whatever number of packages it was asked for", async () => {
	const closed = createServer();
	const port = await new Promise<number>((resolve) =>
		closed.listen(0, "127.0.0.1", () => resolve((closed.address() as { port: number }).port)),
	);
	await new Promise((resolve) => closed.close(resolve));
	const url = `http://127.0.0.1:${port}/simple`;
	const indexes = openIndexes(await options());
	const answers = await Promise.all(["a", "b", "c"].map((key) => indexes.ask(url, key)));
	assert.deepEqual(answers, Array(3).fill({ kind: "unknown" }));
	assert.deepEqual(indexes.troubles(), [`${url} refused the connection: 3 packages were not checked with it`]);
});

test("a slow index costs no more than the time there is for all questions together", async () => {
	await using server = await serveIndex({ ...packages, slow: () => {}, slower: () => {} });
	const indexes = openIndexes(await options({ totalMs: 300 }));
	const started = performance.now();
	const answers = await Promise.all(["slow", "slower", "slow"].map((key) => indexes.ask(server.url, key)));
	assert.ok(performance.now() - started < 10_000);
	assert.deepEqual(answers, Array(3).fill({ kind: "unknown" }));
	assert.match(indexes.troubles().join(), /did not answer in the 0.3 s there were: 2 packages/);
});

test("a page that is broken leaves the others as they are", async () => {
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
	const indexes = openIndexes(await options());
	for (const key of ["five", "garbage"]) assert.deepEqual(await indexes.ask(server.url, key), { kind: "unknown" }, key);
	assert.equal((await indexes.ask(server.url, "grpcio")).kind, "known");
	assert.deepEqual(await indexes.ask(server.url, "cut"), { kind: "unknown" });
	assert.equal(indexes.troubles().length, 1);
	assert.deepEqual(
		server.log.filter((line) => line.includes("five")).length,
		2,
		"a failure that may pass is asked again, once",
	);
});

test("redirects are followed, in a circle not for ever", async () => {
	await using server = await serveIndex({
		...packages,
		moved: (answer) => answer.writeHead(301, { location: "/simple/grpcio/" }).end(),
		round: (answer) => answer.writeHead(302, { location: "/simple/round/" }).end(),
	});
	const indexes = openIndexes(await options());
	assert.equal((await indexes.ask(server.url, "moved")).kind, "known");
	assert.deepEqual(await indexes.ask(server.url, "round"), { kind: "unknown" });
});

test("a login goes to its own index only, and is neither shown nor kept", async () => {
	await using server = await serveIndex({ private: pure("private", "1.0") }, { login: "user:p@ss word" });
	await using elsewhere = await serveIndex(packages);
	const login = server.url.replace("http://", "http://user:p%40ss%20word@");
	const common = await options();
	const withLogin = openIndexes(common);
	assert.equal((await withLogin.ask(login, "private")).kind, "known");
	const known = openIndexes({ ...(await options()), login });
	assert.equal(
		(await known.ask(server.url, "private")).kind,
		"known",
		"the login of index-url holds for the same place",
	);
	await known.ask(elsewhere.url, "grpcio");
	assert.equal(elsewhere.seen().authorization, undefined);

	const wrong = openIndexes(await options());
	assert.deepEqual(await wrong.ask(login.replace("p%40ss", "secret"), "private"), { kind: "unknown" });
	assert.match(wrong.troubles().join(), /^http:\/\/127\.0\.0\.1:\d+\/simple wants a login \(it answered 401\)/);
	const strange = openIndexes(await options());
	await strange.ask("ftp://user:secret@example.com/", "x");
	await strange.ask("::user:secret::", "x");
	assert.doesNotMatch([...wrong.troubles(), ...strange.troubles()].join(), /secret/);
	for (const name of await readdir(common.folder, { recursive: true })) {
		assert.doesNotMatch(name, /user|p@ss/);
		if (name.endsWith(".json")) assert.doesNotMatch(await readFile(join(common.folder, name), "utf8"), /p@ss|p%40ss/);
	}
});

test("a run that is stopped is stopped here too", async () => {
	await using server = await serveIndex({ slow: () => {} });
	const controller = new AbortController();
	const indexes = openIndexes(await options({ signal: controller.signal }));
	const asked = indexes.ask(server.url, "slow");
	setTimeout(() => controller.abort(), 50);
	await assert.rejects(asked, { name: "AbortError" });
});

test("no more than sixteen questions are on their way at once", async () => {
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
	const indexes = openIndexes(await options());
	const answers = await Promise.all(names.map((name) => indexes.ask(server.url, name)));
	assert.ok(answers.every(({ kind }) => kind === "missing"));
	assert.ok(most > 1 && most <= 16, `${most} at once`);
});
