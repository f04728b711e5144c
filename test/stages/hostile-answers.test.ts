import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { type RunnableStage, runStage } from "../../src/entrypoints/run-stage.ts";
import type { BuildResult } from "../../src/model/documents/build.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import { mediaTypes, sha256 } from "../../src/model/oci/manifest.ts";
import { smokeCriteria } from "../../src/model/service/smoke-criteria.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { type Asked, type Fault, playFaults } from "../publish/fault-proxy.ts";
import { makeRepo, temporaryFolder } from "../support/repo.ts";
import { holdingRegistry } from "./registry.ts";

type Json = Readonly<Record<string, unknown>>;

const descriptor = (more: Json = {}): Json => ({
	mediaType: "application/x",
	digest: sha256(Buffer.from("x")),
	size: 1,
	...more,
});
const image = (more: Json = {}): Json => ({
	...{ schemaVersion: 2, mediaType: mediaTypes.manifest, config: descriptor(), layers: [descriptor()], ...more },
});
const index = (...digests: readonly string[]): Json => ({
	...{ schemaVersion: 2, mediaType: mediaTypes.index },
	manifests: digests.map((digest) => ({
		...{ mediaType: mediaTypes.index, digest, size: 2 },
		platform: { os: "linux", architecture: "arm64" },
	})),
});

/** An answer with right headers, for any content. */
function answer(body: string | Json, type?: string, digest = sha256(Buffer.from(textOf(body)))): Fault {
	const own = typeof body === "string" ? undefined : body.mediaType;
	const contentType = type ?? (typeof own === "string" ? own : mediaTypes.manifest);
	const headers = { "content-type": contentType, "docker-content-digest": digest };
	return { kind: "answer", status: 200, body: textOf(body), headers };
}
const textOf = (body: string | Json) => (typeof body === "string" ? body : JSON.stringify(body));

const inner = index(sha256(Buffer.from("inner")));
const looping = index(sha256(Buffer.from("looping")));

/** What the registry answers about a service's content tag, and what its row says of that. */
const attacks: Readonly<Record<string, readonly [(asked: Asked) => Fault, RegExp]>> = {
	"wrong-digest": [() => ({ kind: "wrong-digest" }), /its header has sha256:0{64}, but the content is sha256:/],
	truncated: [() => ({ kind: "truncate" }), /incomplete response .* it ends after \d+ bytes \(4 tries\)/],
	"web-page": [() => answer("<html>hello</html>", "text/html"), /not JSON/],
	empty: [() => answer(""), /not JSON/],
	nothing: [() => answer("null"), /it is not an object/],
	list: [() => answer("[[]]"), /it is not an object/],
	deep: [() => answer(`{"layers":${"[".repeat(200_000)}${"]".repeat(200_000)}}`), /more than 100 levels/],
	"deep-objects": [() => answer(`${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`), /more than 100 levels/],
	"large-size": [() => answer(image({ layers: [descriptor({ size: 1e300 })] })), /layers\.0 lacks its size/],
	"negative-size": [() => answer(image({ config: descriptor({ size: -1 }) })), /config lacks its size/],
	"no-config": [() => answer(image({ config: null })), /config is not an object/],
	"strange-digest": [() => answer(image({ config: descriptor({ digest: "../../../x" }) })), /config lacks its digest/],
	"strange-layers": [() => answer(image({ layers: "many" })), /neither an image manifest nor an index/],
	"two-kinds": [() => answer({ ...image(), ...index() }), /the fields of an image and those of an index/],
	"wrong-type": [
		() => answer(image({ mediaType: mediaTypes.index })),
		/its media type is .*index.*, but it has the fields of an image/,
	],
	"other-header": [
		() => answer(image(), mediaTypes.index),
		/its header has the type .*index.*, the content .*manifest/,
	],
	"twice-a-key": [
		() => answer('{"schemaVersion":2,"layers":[],"la\\u0079ers":[],"config":{}}'),
		/the key "layers" occurs twice/,
	],
	"two-cases": [() => answer(image({ Layers: [] })), /it has both `layers` and `Layers`/],
	"too-long": [() => answer(image({ padding: "x".repeat(5 << 20) })), /longer than 4194304 bytes/],
	nested: [
		({ path: at }) =>
			at.endsWith(sha256(Buffer.from(textOf(inner))))
				? answer(inner)
				: answer(index(sha256(Buffer.from(textOf(inner))))),
		/an index where an image is expected/,
	],
	looping: [() => answer(looping), /the content has digest sha256:/],
	teapot: [
		() => ({ kind: "answer", status: 418 }),
		/rejected: GET manifests\/content-[^ ]+ of hostile\/teapot[\s\S]* 418/,
	],
	elsewhere: [
		() => ({ kind: "answer", status: 307, headers: { location: "http://192.0.2.1/x" } }),
		/redirects to http:\/\/192\.0\.2\.1/,
	],
	circle: [
		({ url }) => ({ kind: "answer", status: 307, headers: { location: url } }),
		/redirects more than five times/,
	],
};
const honest = ["alpha", "omega"];

/** Services, each `FROM scratch`, and what a push to the default branch gives them. */
async function repository(names: readonly string[], command = "") {
	const repo = await makeRepo({
		"lucid.yml": [
			"version: 1\nproject: hostile\nregistry: docker.io\nimage: hostile/{{name}}",
			'defaults: { platforms: [linux/arm64], tags: ["type=sha"], floating: ["type=raw,value=latest"] }',
			`services:\n${names.map((name) => `  ${name}: { context: ${name} }`).join("\n")}\n`,
		].join("\n"),
		...Object.fromEntries(
			names.flatMap((name) => [
				[`${name}/Dockerfile`, `FROM scratch\nCOPY --chmod=755 name /name\nUSER 65532:65532\n${command}`],
				[`${name}/name`, name],
			]),
		),
	});
	await repo.commit();
	return repo;
}

async function open(names = [...honest, ...Object.keys(attacks)], command = "") {
	const [repo, out, held] = [await repository(names, command), await temporaryFolder(), await holdingRegistry()];
	const proxy = await playFaults(held.host);
	const logged: string[] = [];
	const start = async (stage: RunnableStage, raw: RawValues = {}, env: Readonly<Record<string, string>> = {}) => {
		const world = {
			...{ exec, docker: dockerWith(exec), env: { HOME: out, PATH: process.env.PATH, ...env }, cwd: repo.root },
			...{ progress: () => undefined, signal: new AbortController().signal, log: (line: string) => logged.push(line) },
			now: () => performance.now(),
		};
		return runStage(stage, parseOptions({ out, registry: proxy.host, event: "push:main", ...raw }, world), world);
	};
	return {
		...{ repo, out, held, proxy, logged, start },
		async [Symbol.asyncDispose]() {
			for (const one of [repo, proxy, held]) await one[Symbol.asyncDispose]();
			await rm(out, { recursive: true, force: true });
		},
	};
}

/** The attack on the service that a request is about. */
function attackOn(asked: Asked): Fault | undefined {
	const name = /^\/v2\/hostile\/([^/]+)\/manifests\//.exec(asked.path)?.[1] ?? "";
	return attacks[name]?.[0](asked);
}

test("a wrong answer about a service blocks that service by name, after a retry, and every other is planned", async () => {
	await using world = await open([...honest, ...Object.keys(attacks), "based"]);
	const { repo, start, held, proxy } = world;
	await repo.write({ "based/Dockerfile": "FROM wrong-base\nUSER 65532:65532\n" });
	await repo.commit();
	const raw = { mirror: `docker.io=${proxy.host}/hub` };
	held.put(`${proxy.host}/hub/library/wrong-base:latest`, "linux/arm64", "base");
	const first = await start("plan", raw);
	held.carryOut(first.documents.plan as Plan);
	proxy.play((asked) => (asked.path.startsWith("/v2/hub/") ? answer(image({ config: null })) : attackOn(asked)));
	const { exitCode, documents } = await start("plan", raw);
	const plan = documents.plan as Plan;
	const ofBase = plan.images.find(({ service }) => service === "based")?.decision;
	const [baseProblem] = ofBase?.kind === "blocked" ? ofBase.problems : [];
	assert.match(baseProblem?.message ?? "", /invalid response of .*: GET manifests\/latest of hub\/library\/wrong-base/);
	assert.deepEqual(baseProblem?.at, { file: "based/Dockerfile", line: 1 }, "it is reported where the image is named");
	for (const { service, decision } of plan.images.filter((item) => item.service !== "based")) {
		const wanted = attacks[service]?.[1];
		if (wanted === undefined) {
			assert.notEqual(decision.kind, "blocked", service);
			continue;
		}
		assert.equal(decision.kind, "blocked", service);
		const [problem] = decision.kind === "blocked" ? decision.problems : [];
		const text = `${problem?.message} ${problem?.why}`;
		assert.match(text, wanted, service);
		assert.ok(text.includes(`hostile/${service}`) && text.includes(proxy.host), `${text} does not name the image`);
		assert.equal(problem?.at?.file, "lucid.yml");
		const asked = proxy.seen.filter((line) => line.startsWith(`GET /v2/hostile/${service}/manifests/content-`));
		// Once before the attack. A refusal is an answer, and not requested again.
		assert.ok(service === "teapot" || asked.length >= 3, `${service} is requested again`);
	}
	assert.equal(exitCode, 1);
});

/** What a job leaves for the report, as annotations. */
function record(row: unknown, more: Json = {}): Fault {
	const packed = brotliCompressSync(typeof row === "string" ? row : JSON.stringify(row)).toString("base64");
	const annotations = { "com.lucid.run": "acme/shop/7", "com.lucid.row": packed };
	return answer(image({ artifactType: "application/vnd.lucid.note.v1+json", annotations, ...more }));
}

const run = { GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: "7" };

test("a report shows every other service if the answers about some are wrong", async () => {
	await using world = await open();
	const { start, held, proxy, out } = world;
	const plan = (await start("plan")).documents.plan as Plan;
	held.carryOut(plan);
	// It takes its time, and a plan shows the same.
	proxy.play((asked) => (asked.path.includes("/truncated/") ? undefined : attackOn(asked)));
	const { exitCode } = await start("report", { recall: true, plan: path.join(out, "plan.json") }, run);
	assert.equal(exitCode, 1);
	const build = JSON.parse(await readFile(path.join(out, "build.json"), "utf8")) as BuildResult;
	for (const { service: name, outcome, error } of build.images) {
		const wanted = name === "truncated" ? undefined : attacks[name]?.[1];
		assert.equal(outcome, wanted === undefined ? "built" : "failed", `${name}: ${error?.message}`);
		assert.match(error?.message ?? "", wanted ?? /^$/, name);
	}
});

test("a report ignores what is not the result of a job, and names it", async () => {
	await using world = await open(honest);
	const { start, held, proxy, out, logged } = world;
	const { documents } = await start("plan");
	const plan = documents.plan as Plan;
	held.carryOut(plan);
	const [alpha] = plan.images;
	assert.ok(alpha);
	const { service, platform, fingerprint, contentRef } = alpha;
	const row = { service, platform, fingerprint, outcome: "failed", contentRef, checks: [] };
	const head = await openRegistry().head(contentRef);
	const numbers = {
		durationMs: 1e300,
		size: -5,
		layers: 1e300,
		startedAt: "yesterday\u001b[31m",
		digest: head?.digest,
	};
	const steps = [{ name: "<script>", durationMs: -1e300, cached: false }];
	const forged: readonly (readonly [string, Fault, RegExp])[] = [
		["checks: null", record({ ...row, checks: null }), /checks: expected array, received null/],
		["of another service", record({ ...row, service: "omega" }), /about another image/],
		["not JSON", record("{"), /not JSON/],
		["deep", record(`${"[".repeat(200_000)}${"]".repeat(200_000)}`), /more than 100 levels/],
		[
			"not packed",
			answer(
				image({
					artifactType: "application/vnd.lucid.note.v1+json",
					annotations: { "com.lucid.run": "acme/shop/7", "com.lucid.row": "??" },
				}),
			),
			/cannot be unpacked/,
		],
		["another artifact", answer(image({ artifactType: "application/x" })), /not the result of a job/],
		["no manifest", answer("null"), /it is not an object/],
		["absurd values", record({ ...row, ...numbers, steps, outcome: "built" }), /^$/],
		["annotations", record(row, { annotations: ["com.lucid.run"] }), /^$/],
	];
	for (const [what, fault, note] of forged) {
		logged.length = 0;
		await rm(path.join(out, "build.json"), { force: true });
		await rm(path.join(out, "smoke.json"), { force: true });
		const isRecord = ({ path: at }: Asked) => at.endsWith(`${contentRef.split(":").at(-1)}.build`);
		proxy.play((asked) => (isRecord(asked) ? fault : undefined));
		const { exitCode } = await start("report", { recall: true, plan: path.join(out, "plan.json") }, run);
		assert.equal(exitCode, 0, `${what}: ${logged}`);
		const build = JSON.parse(await readFile(path.join(out, "build.json"), "utf8")) as BuildResult;
		for (const { service: name, outcome, error } of build.images)
			assert.equal(outcome, "built", `${what}: ${name}: ${error?.message}`);
		const notes = logged.filter((line) => line.startsWith(`note: found, but ${contentRef}.build is ignored: `));
		assert.match(notes.join("\n"), note, what);
	}
});

test("what is not a smoke record is ignored with a note, and a valid one beside it counts", async () => {
	const names = ["valid", "parts", "list", "text", "other", "artifact", "broken"];
	await using world = await open(names, 'CMD ["/name"]\n');
	const { start, held, proxy } = world;
	held.carryOut((await start("plan")).documents.plan as Plan);
	const plan = (await start("plan")).documents.plan as Plan;
	const recordFor = (name: string, digest: string): readonly [Fault, RegExp | undefined] => {
		const service = plan.services.find((item) => item.name === name) ?? assert.fail(name);
		const valid = { service: name, verdict: "healthy", revision: "4f1c2aa", ...smokeCriteria(plan, service) };
		const holding = (records: unknown, of = digest, artifactType = "application/vnd.lucid.smoke.v2+json") => {
			const text = typeof records === "string" ? records : JSON.stringify(records);
			return answer(
				image({ artifactType, annotations: { "com.lucid.smoke.digest": of, "com.lucid.smoke.records": text } }),
			);
		};
		const all: Readonly<Record<string, readonly [Fault, RegExp | undefined]>> = {
			valid: [holding([{ ...valid, parts: null }, valid]), undefined],
			parts: [holding([{ ...valid, parts: null }]), /record parts: expected record, received null/],
			list: [holding({ ...valid, length: 1 }), /it has no list of records/],
			text: [holding("[{"), /it has no list of records/],
			other: [holding([valid], sha256(Buffer.from("other"))), /it is about another image/],
			artifact: [holding([valid], digest, "application/x"), /it is not a smoke record/],
			broken: [answer(image({ config: null })), /config is not an object/],
		};
		return all[name] ?? assert.fail(name);
	};
	const digests = new Map(
		plan.images.map(({ service, decision }) => [service, decision.kind === "unchanged" ? decision.digest : ""]),
	);
	proxy.play(({ path: at }) => {
		const name = /^\/v2\/hostile\/([^/]+)\/manifests\/sha256-[0-9a-f]{64}\.smoke$/.exec(at)?.[1];
		return name === undefined ? undefined : recordFor(name, digests.get(name) ?? "")[0];
	});
	const { exitCode, documents } = await start("plan");
	assert.equal(exitCode, 0);
	for (const { service, decision } of documents.plan?.images ?? []) {
		const [, note] = recordFor(service, digests.get(service) ?? "");
		const [reason] = decision.kind === "unchanged" ? decision.reasons : [];
		if (note === undefined) assert.equal(reason?.detail, "nothing it is built from has changed", service);
		else {
			assert.match(reason?.detail ?? "", note, service);
			assert.match(reason?.detail ?? "", new RegExp(`/hostile/${service}|of hostile/${service}`), service);
			assert.match(reason?.detail ?? "", /: smoke again$/, service);
		}
	}
});
