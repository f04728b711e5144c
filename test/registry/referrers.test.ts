import assert from "node:assert/strict";
import { test } from "node:test";
import { openRegistry, type RegistryError } from "../../src/adapters/registry/registry.ts";
import { type Descriptor, mediaTypes, sha256 } from "../../src/model/oci/manifest.ts";
import { concernsOneRepository } from "../../src/model/oci/registry-refusals.ts";
import { type Intercept, serveReferrers } from "./referrers-server.ts";
import { errorBody } from "./server.ts";

const type = "application/vnd.dev.sigstore.bundle.v0.3+json";
const digest = `sha256:${"1".repeat(64)}`;
const tag = digest.replace(":", "-");
const subject: Descriptor = { mediaType: mediaTypes.manifest, digest, size: 1234 };
const artifact = (text: string, created = "2026-01-01T00:00:00Z") => ({
	artifactType: type,
	bytes: Buffer.from(text),
	annotations: { "org.opencontainers.image.created": created, "com.lucid.bundle": text },
});
const entry = (n: number, rest: Partial<Descriptor> = {}): Descriptor => ({
	mediaType: mediaTypes.manifest,
	digest: `sha256:${String(n).padStart(64, "0")}`,
	size: 100,
	artifactType: type,
	...rest,
});
const listOf = (manifests: readonly unknown[]) => ({ schemaVersion: 2, mediaType: mediaTypes.index, manifests });
const isApi = (line: string) => line.includes("/referrers/");
const isWrite = (line: string) => /^(?:PUT|POST)/.test(line);
const numbers = (list: readonly Descriptor[]) => list.map((one) => Number(one.digest.slice(7)));
const answerApi =
	(status: number, body = "", headers: Record<string, string> = {}): Intercept =>
	({ line }) =>
		isApi(line) ? [status, body, headers] : undefined;

const page = "<!DOCTYPE html><html><body>Sign in</body></html>";
/** Answers of registries that lack the API. */
const absences: readonly (readonly [string, Intercept])[] = [
	["404", answerApi(404, "404 page not found\n")],
	["404 for manifests", answerApi(404, errorBody("MANIFEST_UNKNOWN", "unknown"))],
	["400", answerApi(400, errorBody("UNSUPPORTED", "unsupported"))],
	["405", answerApi(405)],
	["303 without an address", answerApi(303)],
	["303 to a host that does not exist", answerApi(303, "", { location: "https://sign-in.invalid/" })],
	["303 to a place without TLS", answerApi(303, "", { location: "http://sign-in.invalid/" })],
	["303 to itself", answerApi(303, "", { location: "?again" })],
	["a web page", answerApi(200, page, { "content-type": "text/html" })],
	["a web page that calls itself an index", answerApi(200, page, { "content-type": mediaTypes.index })],
	["JSON that is not an index", answerApi(200, '{"data":[]}', { "content-type": mediaTypes.index })],
	["a manifest of an image", answerApi(200, JSON.stringify({ config: entry(1), layers: [] }))],
	["an empty answer", answerApi(200)],
];

for (const [name, intercept] of absences)
	test(`${name} means that there is no referrers API: the tag is read, and the API is not requested again`, async () => {
		await using server = await serveReferrers({}, intercept);
		server.content.put("a", listOf([entry(1), entry(2, { artifactType: "other/type" })]), tag, mediaTypes.index);
		const read = () => server.registry.referrers(`${server.host}/a`, digest, type);
		assert.deepEqual(numbers(await read()), [1]);
		const before = server.seen.length;
		assert.deepEqual(numbers(await read()), [1]);
		assert.deepEqual(server.lines().slice(before), [`GET /v2/a/manifests/${tag}`]);
		assert.deepEqual(await server.registry.referrers(`${server.host}/b`, digest, type), []);
		assert.equal(server.lines().filter(isApi).length, name === "303 to itself" ? 6 : 1);
	});

test("a redirect of the referrers API to a sign-in page of another server sends it no login", async () => {
	await using signIn = await serveReferrers({}, () => [
		401,
		page,
		{ "www-authenticate": 'Bearer realm="https://sign-in.invalid/token"' },
	]);
	await using server = await serveReferrers({}, answerApi(303, "", { location: `http://${signIn.host}/login` }), {
		auth: async () => ({ kind: "password", username: "u", password: "p" }),
	});
	server.content.put("a", listOf([entry(1)]), tag, mediaTypes.index);
	assert.deepEqual(numbers(await server.registry.referrers(`${server.host}/a`, digest, type)), [1]);
	assert.deepEqual(
		signIn.seen.map(({ line, authorization }) => [line, authorization]),
		[["GET /login", undefined]],
	);
});

test("a redirect of the referrers API to a list is followed", async () => {
	await using other = await serveReferrers({}, () => [200, JSON.stringify(listOf([entry(7)]))]);
	await using server = await serveReferrers({}, answerApi(307, "", { location: `http://${other.host}/list` }));
	assert.deepEqual(numbers(await server.registry.referrers(`${server.host}/a`, digest, type)), [7]);
});

test("on ghcr.io only the tag is requested", async () => {
	await using server = await serveReferrers({ api: true });
	// Real names need TLS; without it the proxy sees the requests.
	const registry = openRegistry({ insecure: ["ghcr.io"], env: { HTTP_PROXY: `http://${server.host}` } });
	assert.deepEqual(await registry.referrers("ghcr.io/a/b", digest, type), []);
	assert.deepEqual(server.lines(), [`GET http://ghcr.io/v2/a/b/manifests/${tag}`]);
});

test("the first answer of a registry spares all other calls the request to an API that is missing", async () => {
	await using server = await serveReferrers();
	const names = Array.from({ length: 35 }, (_, n) => `${server.host}/s${n}`);
	await Promise.all(names.map((name) => server.registry.referrers(name, digest, type)));
	assert.equal(server.lines().filter(isApi).length, 1);
	assert.equal(server.lines().filter((line) => line.includes("/manifests/")).length, 35);
});

test("an API that denies one repository, or does not find it, is still requested for the others", async () => {
	for (const [status, body] of [
		[403, errorBody("DENIED", "denied")],
		[404, errorBody("NAME_UNKNOWN", "repository name not known to registry")],
	] as const) {
		await using server = await serveReferrers({ api: true }, ({ line }) =>
			line.includes("/v2/a/referrers/") ? [status, body] : undefined,
		);
		assert.deepEqual(await server.registry.referrers(`${server.host}/a`, digest, type), []);
		const { digest: attached } = await server.registry.attach(`${server.host}/b`, subject, artifact("one"));
		const found = await server.registry.referrers(`${server.host}/b`, digest, type);
		assert.deepEqual(
			found.map((one) => one.digest),
			[attached],
		);
		assert.equal(server.lines().filter((line) => line.startsWith("GET /v2/b/referrers/")).length, 2);
	}
});

test("an API that denies a repository whose tag can be read is not requested again", async () => {
	await using server = await serveReferrers({}, answerApi(403, errorBody("DENIED", "denied")));
	server.content.put("a", listOf([entry(1)]), tag, mediaTypes.index);
	for (const name of ["a", "a", "b"]) await server.registry.referrers(`${server.host}/${name}`, digest, type);
	assert.equal(server.lines().filter(isApi).length, 1);
});

test("a registry whose API fails or limits requests is not one without referrers", async () => {
	for (const [status, code] of [
		[503, "registry/unavailable"],
		[429, "registry/rate-limited"],
	] as const) {
		await using server = await serveReferrers({}, answerApi(status));
		server.content.put("a", listOf([entry(1)]), tag, mediaTypes.index);
		await assert.rejects(
			server.registry.referrers(`${server.host}/a`, digest, type),
			(error: RegistryError) => error.code === code,
		);
		assert.ok(!server.lines().some((line) => line.includes("/manifests/")));
	}
});

test("all pages of the API are read, and other types are left out although the registry does not filter", async () => {
	await using server = await serveReferrers({ api: true, pageSize: 2, filters: false });
	for (let n = 1; n <= 5; n++)
		server.content.put("a", { subject, artifactType: n === 3 ? "other/type" : type, annotations: { n: `${n}` } });
	const found = await server.registry.referrers(`${server.host}/a`, digest, type);
	assert.deepEqual(
		found.map(({ annotations }) => annotations?.n),
		["5", "4", "2", "1"],
	);
	assert.equal(server.lines().length, 3);
});

test("an entry without a type counts only if the registry says that it filtered by type", async () => {
	const untyped = JSON.stringify(listOf([{ ...entry(1), artifactType: undefined }]));
	await using plain = await serveReferrers({}, answerApi(200, untyped));
	assert.deepEqual(await plain.registry.referrers(`${plain.host}/a`, digest, type), []);
	await using filtered = await serveReferrers({}, answerApi(200, untyped, { "oci-filters-applied": "artifactType" }));
	assert.deepEqual(numbers(await filtered.registry.referrers(`${filtered.host}/a`, digest, type)), [1]);
});

test("an API that lists nothing leaves the tag to be read: the artifact may be older than the API", async () => {
	for (const manifests of [[], null]) {
		await using server = await serveReferrers(
			{},
			answerApi(200, JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.index, manifests })),
		);
		server.content.put("a", listOf([entry(1)]), tag, mediaTypes.index);
		const read = () => server.registry.referrers(`${server.host}/a`, digest, type);
		assert.deepEqual([numbers(await read()), numbers(await read())], [[1], [1]]);
		assert.equal(server.lines().filter(isApi).length, 2, "it is still an API");
	}
});

test("of 10,000 entries the 64 newest are returned, by their date and then by their place", async () => {
	await using server = await serveReferrers();
	const created = (at: string) => ({ annotations: { "org.opencontainers.image.created": at } });
	const many = Array.from({ length: 10_000 }, (_, n) =>
		entry(n, n === 17 ? created("2026-03-01T00:00:00Z") : n === 9 ? created("2026-02-01T00:00:00Z") : {}),
	);
	server.content.put("a", listOf(many), tag, mediaTypes.index);
	const found = numbers(await server.registry.referrers(`${server.host}/a`, digest, type));
	assert.equal(found.length, 64);
	assert.deepEqual(found.slice(0, 4), [17, 9, 9999, 9998]);
});

const big = listOf(Array.from({ length: 20 }, (_, n) => entry(n, { annotations: { x: "x".repeat(250_000) } })));
const answerTag =
	(list: unknown, headers: Record<string, string> = {}): Intercept =>
	({ line }) =>
		line.includes(tag) ? [200, JSON.stringify(list), headers] : undefined;
/** An API whose lists have a next page. */
const linked =
	(link: (line: string) => string, list = listOf([entry(1)])): Intercept =>
	({ line }) =>
		isApi(line) ? [200, JSON.stringify(list), { link: link(line) }] : undefined;
const next = (n: number) => `<?n=${n}>; rel="next"`;
const following = (line: string) => next(Number(/n=(\d+)/.exec(line)?.[1] ?? 0) + 1);
/** Answers of hostile or broken registries. */
const damaged: readonly (readonly [RegExp, Intercept])[] = [
	[/manifests\.0 lacks its digest/, answerApi(200, JSON.stringify(listOf([entry(1, { digest: "sha256:x" })])))],
	[/the fields of an image/, answerApi(200, JSON.stringify({ ...listOf([]), layers: [] }))],
	[/longer than 4194304 bytes/, answerApi(200, JSON.stringify(big))],
	[/longer than \d+ bytes/, linked(following, listOf(big.manifests.slice(0, 4)))],
	[/its pages form a loop/, linked((line) => next(line.includes("n=2") ? 1 : 2))],
	[/more than 64 pages/, linked(following)],
	[/its next page is \/v2\/b\//, linked(() => `<http://127.0.0.1:1/v2/b/referrers/x>; rel=next`)],
	[
		/page 2 is not a list/,
		({ line }) => (line.includes("n=2") ? [200, page] : [200, JSON.stringify(listOf([])), { link: next(2) }]),
	],
	[/its header has sha256:0{64}/, answerTag(listOf([]), { "docker-content-digest": `sha256:${"0".repeat(64)}` })],
	[/manifests\.0 lacks its size/, answerTag(listOf([entry(1, { size: -1 })]))],
];

test("a damaged or hostile list fails the service of its repository, and no other", async () => {
	await Promise.all(
		damaged.map(async ([why, intercept]) => {
			await using server = await serveReferrers({}, intercept);
			await assert.rejects(server.registry.referrers(`${server.host}/a`, digest, type), (error) => {
				assert.ok(concernsOneRepository(error), `${why}: ${error}`);
				assert.match(error.message, why);
				return true;
			});
			assert.ok(server.seen.length <= 2 * 64, `${server.seen.length} requests, in two tries`);
		}),
	);
});

test("a tag that holds an image, or an index of Docker's, lists no referrers and is not overwritten", async () => {
	for (const [mediaType, content] of [
		[mediaTypes.manifest, { config: entry(1), layers: [] }],
		[mediaTypes.dockerList, { manifests: [{ ...entry(1), artifactType: undefined }] }],
	] as const) {
		await using server = await serveReferrers();
		const image = server.content.put("a", { schemaVersion: 2, mediaType, ...content }, tag, mediaType);
		assert.deepEqual(await server.registry.referrers(`${server.host}/a`, digest, type), []);
		const attaching = server.registry.attach(`${server.host}/a`, subject, artifact("one"));
		await assert.rejects(attaching, (error: RegistryError) => {
			assert.equal(error.code, "registry/referrers-tag");
			assert.ok(error.message.includes(`it holds a manifest of the type ${mediaType}`), error.message);
			return true;
		});
		assert.equal((await server.registry.head(`${server.host}/a:${tag}`))?.digest, image.digest);
	}
});

test("an artifact has the form of the image specification, and its entry in the list has type and annotations", async () => {
	await using server = await serveReferrers();
	const { annotations, bytes } = artifact("one");
	const attached = await server.registry.attach(`${server.host}/a`, subject, artifact("one"));
	const manifest = await server.registry.manifest(`${server.host}/a@${attached.digest}`);
	const empty = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
	const blob = sha256(bytes);
	assert.deepEqual(manifest?.json, {
		schemaVersion: 2,
		mediaType: mediaTypes.manifest,
		artifactType: type,
		config: { mediaType: "application/vnd.oci.empty.v1+json", digest: empty, size: 2 },
		layers: [{ mediaType: type, digest: blob, size: 3 }],
		subject,
		annotations,
	});
	assert.deepEqual([...server.content.blobs].sort(), [empty, blob].sort());
	assert.deepEqual(attached, {
		mediaType: mediaTypes.manifest,
		digest: attached.digest,
		size: manifest?.bytes.length,
		artifactType: type,
		annotations,
	});
	assert.deepEqual(server.content.list("a", digest), listOf([attached]));
	assert.deepEqual(await server.registry.referrers(`${server.host}/a`, digest, type), [attached]);
});

test("an identical artifact is not pushed again, with the API and without it", async () => {
	for (const api of [true, false]) {
		await using server = await serveReferrers({ api });
		const attach = () => server.registry.attach(`${server.host}/a`, subject, artifact("one"));
		const first = await attach();
		const before = server.seen.length;
		assert.deepEqual(await attach(), first);
		assert.deepEqual(server.lines().slice(before).filter(isWrite), []);
		assert.equal((await server.registry.referrers(`${server.host}/a`, digest, type)).length, 1);
	}
});

test("an artifact that is listed, but was deleted, is pushed again", async () => {
	await using server = await serveReferrers();
	const attach = () => server.registry.attach(`${server.host}/a`, subject, artifact("one"));
	const { digest: attached } = await attach();
	server.content.manifests.delete(`a ${attached}`);
	await attach();
	assert.ok(await server.registry.head(`${server.host}/a@${attached}`));
});

test("a registry that answers a push with OCI-Subject keeps the list itself: no tag is written", async () => {
	await using server = await serveReferrers({ api: true });
	await server.registry.attach(`${server.host}/a`, subject, artifact("one"));
	assert.deepEqual(server.content.list("a", digest).manifests, []);
});

test("the tag is written if the registry sends OCI-Subject without an API, another subject, or no such header", async () => {
	const wrong: Intercept = ({ line }) =>
		line.startsWith("PUT /v2/a/manifests/sha256:")
			? [201, "", { "oci-subject": `sha256:${"0".repeat(64)}` }]
			: undefined;
	for (const [api, intercept] of [
		[{ api: false, subjectHeader: true }, undefined],
		[{ api: true, subjectHeader: false }, undefined],
		[{ api: true }, wrong],
	] as const) {
		await using server = await serveReferrers(api, intercept);
		const { digest: attached } = await server.registry.attach(`${server.host}/a`, subject, artifact("one"));
		assert.deepEqual(
			server.content.list("a", digest).manifests.map((one) => one.digest),
			[attached],
		);
	}
});

test("what other programs wrote into the list stays as it is", async () => {
	await using server = await serveReferrers();
	const others = [
		{ ...entry(1), artifactType: "application/spdx+json", data: "e30=", urls: ["https://example.com/"] },
		{ ...entry(2), artifactType: undefined, platform: { os: "linux", architecture: "arm64", "os.version": "1" } },
	];
	const list = { ...listOf(others), annotations: { by: "cosign" }, extra: [1] };
	server.content.put("a", list, tag, mediaTypes.index);
	const attached = await server.registry.attach(`${server.host}/a`, subject, artifact("one"));
	assert.deepEqual(
		server.content.list("a", digest),
		JSON.parse(JSON.stringify({ ...list, manifests: [...others, attached] })),
	);
});

test("an entry that another writer replaces after it was read back once is written again", async () => {
	let reads = 0;
	await using server = await serveReferrers({}, ({ line }, content) => {
		if (line !== `GET /v2/a/manifests/${tag}` || content.list("a", digest).manifests.length === 0) return undefined;
		// A writer that read before our first write, and writes after our first look back.
		if (++reads === 2) content.put("a", listOf([entry(1, { annotations: { by: "another" } })]), tag, mediaTypes.index);
		return undefined;
	});
	const attached = await server.registry.attach(`${server.host}/a`, subject, artifact("one"));
	assert.deepEqual(
		server.content.list("a", digest).manifests.map((one) => one.digest),
		[entry(1).digest, attached.digest],
	);
	assert.equal(server.lines().filter((line) => line.startsWith(`PUT /v2/a/manifests/${tag}`)).length, 2);
});

test("a registry that compares entity tags refuses a list that has changed, and gets the new one", async () => {
	const seenTags: (string | undefined)[] = [];
	await using server = await serveReferrers({ entityTags: true }, ({ line, ifMatch }, content) => {
		if (!line.startsWith(`PUT /v2/a/manifests/${tag}`)) return undefined;
		seenTags.push(ifMatch);
		// Between read and write.
		if (seenTags.length === 1) content.put("a", listOf([entry(1), entry(2)]), tag, mediaTypes.index);
		return undefined;
	});
	server.content.put("a", listOf([entry(1)]), tag, mediaTypes.index);
	const attached = await server.registry.attach(`${server.host}/a`, subject, artifact("one"));
	assert.deepEqual(
		server.content.list("a", digest).manifests.map((one) => one.digest),
		[entry(1).digest, entry(2).digest, attached.digest],
	);
	assert.equal(new Set(seenTags).size, 2);
});

test("a list that other writers always replace is an error after a minute, not a lost signature", async () => {
	await using server = await serveReferrers({}, ({ line }, content) => {
		if (line.startsWith("GET ")) content.put("a", listOf([entry(1)]), tag, mediaTypes.index);
		return undefined;
	});
	await assert.rejects(server.registry.attach(`${server.host}/a`, subject, artifact("one")), (error: RegistryError) => {
		assert.equal(error.code, "registry/referrers-lost");
		assert.match(error.message, /another writer replaced the list each time/);
		return true;
	});
});

test("an entry whose artifact was deleted is dropped if the registry refuses the list for it", async () => {
	await using server = await serveReferrers({}, ({ line, body }, { manifests }) => {
		if (!line.startsWith(`PUT /v2/a/manifests/${tag}`)) return undefined;
		const missing = (JSON.parse(body).manifests as Descriptor[]).some((one) => !manifests.has(`a ${one.digest}`));
		return missing ? [400, errorBody("MANIFEST_BLOB_UNKNOWN", "blob unknown to registry")] : undefined;
	});
	const kept = { ...server.content.put("a", { schemaVersion: 2, config: entry(1), layers: [] }), artifactType: "x/y" };
	server.content.put("a", listOf([entry(404), kept]), tag, mediaTypes.index);
	const attached = await server.registry.attach(`${server.host}/a`, subject, artifact("one"));
	assert.deepEqual(
		server.content.list("a", digest).manifests.map((one) => one.digest),
		[kept.digest, attached.digest],
	);
});
