import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import type { Cache } from "../../src/stages/build/bake/cache.ts";
import { buildOne, freshName, prune, python, registry } from "../build/engine-build.ts";

const ours = { kind: "protected" } as const;
const both = { read: [ours], write: ours } as const;
const stamp = "builder";

/** Each step contains its own name, so that no other test's cache serves it. */
const dockerfile = (name: string) => `FROM --platform=$BUILDPLATFORM ${python} AS ${stamp}
RUN echo ${name} > /made.txt
FROM scratch
COPY --from=${stamp} /made.txt /
COPY hello.txt /
`;

const ran = (row: Awaited<ReturnType<typeof buildOne>>["row"]) =>
	row.steps?.some(({ name, cached }) => name.includes("RUN echo") && !cached) === true;

for (const kind of ["registry", "local"] as const)
	test(`layers come back from a ${kind} cache after the builder has lost its own, and the digest is the same as without`, async () => {
		await using folder = await temporary();
		const cache: Cache = { kind, ...both, folder: folder.path };
		const image = freshName();
		const text = dockerfile(`${kind} cache`);
		const first = await buildOne(text, { service: { image }, options: { cache } });
		assert.equal(first.row.outcome, "built", first.row.error?.message);
		assert.equal(first.row.warnings, undefined);
		assert.ok(ran(first.row));
		await prune();
		const second = await buildOne(text, { service: { image }, options: { cache } });
		assert.ok(!ran(second.row), "the step was taken from the cache");
		await prune();
		const without = await buildOne(text, { service: { image } });
		assert.ok(ran(without.row));
		assert.deepEqual([second.row.digest, without.row.digest], [first.row.digest, first.row.digest]);
	});

test("a cache without its layers fails no build: the image is built without it, with a warning", async () => {
	await using folder = await temporary();
	const cache: Cache = { kind: "local", ...both, folder: folder.path };
	const image = freshName();
	const text = dockerfile("poisoned cache");
	const first = await buildOne(text, { service: { image }, options: { cache } });
	await prune();
	const blobs = path.join(folder.path, "lucid/one/linux-arm64/blobs/sha256");
	for (const name of await readdir(blobs)) {
		// The index of the cache stays, all that it names is something else.
		const file = path.join(blobs, name);
		const { size } = await stat(file);
		if (size < 400) await writeFile(file, "x".repeat(size));
	}
	const { row } = await buildOne(text, { service: { image }, options: { cache } });
	assert.equal(row.outcome, "built", row.error?.message);
	assert.equal(row.digest, first.row.digest);
	assert.notDeepEqual(row.warnings ?? [], []);
});

test("a registry that takes no cache fails no build, and the image says what happened", async () => {
	const gone = "127.0.0.1:1/lucid/one";
	const cache: Cache = { kind: "registry", ...both };
	const image = freshName();
	const { row } = await buildOne(dockerfile("no registry"), {
		service: { image: gone },
		image: { contentRef: `${image}:content` },
		options: { cache },
	});
	assert.equal(row.outcome, "built", row.error?.message);
	assert.ok(row.warnings?.some((warning) => warning.includes("exporting cache") && warning.includes("refused")));
	assert.ok(row.warnings?.some((warning) => warning.includes("importing cache")));
});

for (const statuses of [[500], [429, 429, 500]])
	test(`GitHub's cache may answer ${statuses.join(", ")} and so on, and the image is built all the same`, async () => {
		let asked = 0;
		const server = createServer((request, response) => {
			const status = statuses[Math.min(asked++, statuses.length - 1)] ?? 500;
			request.resume();
			response.writeHead(status, { "content-type": "application/json" }).end('{"message":"no"}');
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		try {
			const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
			const env = {
				ACTIONS_RUNTIME_TOKEN: runtimeToken(),
				ACTIONS_RESULTS_URL: url,
				ACTIONS_CACHE_URL: url,
				ACTIONS_CACHE_SERVICE_V2: "true",
			};
			const { row } = await buildOne(dockerfile(`GitHub ${statuses}`), {
				options: { cache: { kind: "gha", ...both } },
				env,
			});
			assert.equal(row.outcome, "built", row.error?.message);
			assert.ok(asked > 0, "the cache was asked");
			assert.notDeepEqual(row.warnings ?? [], []);
		} finally {
			server.closeAllConnections();
			server.close();
		}
	});

test("an invalid GitHub token stops no build either, and is tried once for all images", async () => {
	const env = {
		ACTIONS_RUNTIME_TOKEN: "not.a.token",
		ACTIONS_RESULTS_URL: "http://127.0.0.1:1/",
		ACTIONS_CACHE_SERVICE_V2: "true",
	};
	const { rows, calls } = await buildOne(dockerfile("no token"), {
		platforms: ["linux/arm64", "linux/amd64"],
		options: { cache: { kind: "gha", ...both } },
		env,
	});
	for (const { outcome, error, warnings } of rows) {
		assert.equal(outcome, "built", error?.message);
		assert.match(warnings?.join() ?? "", /built without the cache; with it the build failed: .*cache exporter/);
	}
	assert.equal(calls.length, 2);
});

test("an inline cache lies in the image itself, and is read from the tag that moves", async () => {
	const image = freshName();
	const text = dockerfile("inline cache");
	const cache: Cache = { kind: "inline", ...both };
	const first = await buildOne(text, { service: { image }, options: { cache } });
	const found = await registry.manifest(first.row.contentRef);
	assert.ok(found);
	await registry.putManifest(`${image}:latest`, found.bytes, found.descriptor.mediaType);
	await prune();
	const second = await buildOne(text, {
		service: { image },
		options: { cache },
		tags: { one: { immutable: [], floating: ["latest"] } },
	});
	assert.equal(second.row.outcome, "built", second.row.error?.message);
	assert.equal(second.row.warnings, undefined);
});

/** As GitHub's runner gets one: it says what may be read and written. */
function runtimeToken(): string {
	const part = (json: object) => Buffer.from(JSON.stringify(json)).toString("base64url");
	const scopes = JSON.stringify([{ Scope: "refs/heads/main", Permission: 3 }]);
	return `${part({ alg: "HS256", typ: "JWT" })}.${part({ ac: scopes, nbf: 1e9, exp: 4e9 })}.${part({})}`;
}

async function temporary() {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-cache-"));
	return { path: folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
