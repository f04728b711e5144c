import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { type RunnableStage, runStage } from "../../src/entrypoints/run-stage.ts";
import type { BuildResult } from "../../src/model/documents/build.ts";
import type { PublishResult } from "../../src/model/documents/publish.ts";
import type { VerifyResult } from "../../src/model/documents/verify.ts";
import { parseOptions } from "../../src/options/parse-options.ts";
import type { ProgressEvent } from "../../src/util/progress.ts";
import { makeRepo, type Repo } from "../support/repo.ts";
import { elf } from "../verify/archive.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const name = `lucid-test/stage-${randomBytes(4).toString("hex")}`;
const catalog = `version: 1
project: stage
registry: ${host}
image: ${name}/{{name}}
defaults: { floating: ["type=raw,value=latest"], policy: { smoke: "off" } }
services:
  sound: { context: sound }
  foreign: { context: foreign }
`;
const dockerfile = 'FROM scratch\nCOPY --chmod=755 run /run\nUSER 65532:65532\nENTRYPOINT ["/run"]\n';

let repo: Repo;
let out = "";

before(async () => {
	repo = await makeRepo({
		"lucid.yml": catalog,
		"sound/Dockerfile": dockerfile,
		"foreign/Dockerfile": dockerfile,
	});
	await writeFile(path.join(repo.root, "sound/run"), elf(183));
	await writeFile(path.join(repo.root, "foreign/run"), elf(62));
	await repo.commit();
	out = await mkdtemp(path.join(tmpdir(), "lucid-out-"));
});
after(async () => {
	await repo[Symbol.asyncDispose]();
	await rm(out, { recursive: true, force: true });
});

/** A stage as the command runs it. */
async function start(stage: RunnableStage, raw: Readonly<Record<string, string>> = {}) {
	const events: ProgressEvent[] = [];
	const world = {
		exec,
		docker: dockerWith(exec),
		env: process.env,
		cwd: repo.root,
		progress: (event: ProgressEvent) => void events.push(event),
		signal: new AbortController().signal,
		log: () => undefined,
		now: () => performance.now(),
	};
	const ran = await runStage(stage, parseOptions({ out, ...raw }, world), world);
	return { ...ran, events };
}

const failing = ({ images }: Pick<BuildResult | VerifyResult, "images">) =>
	Object.fromEntries(
		images.map(({ service, checks }) => [service, checks.filter(({ ok, level }) => !ok && !level).map(({ id }) => id)]),
	);

test("a run verifies what it builds, and a faulty image gets no tag", async () => {
	const { document, exitCode, events } = await start("run");
	const { build, publish } = document as { build: BuildResult; publish: PublishResult };
	assert.equal(exitCode, 1);
	assert.deepEqual(failing(build), { sound: [], foreign: ["entrypoint-machine", "binaries"] });
	assert.ok(
		events.some(({ stage, subject, state }) => stage === "verify" && subject === "foreign" && state === "failed"),
	);
	const outcomes = Object.fromEntries(publish.services.map(({ service, outcome }) => [service, outcome]));
	assert.deepEqual(outcomes, { sound: "published", foreign: "failed" });
});

test("a published image is listed as unchecked without reading layers; an unpublished one is verified again and stays unpublished", async () => {
	for (const _ of [1, 2]) {
		const { document, events, exitCode } = await start("run");
		const { build, publish } = document as { build: BuildResult; publish: PublishResult };
		assert.equal(exitCode, 1);
		const [sound, foreign] = build.images;
		assert.deepEqual([sound?.outcome, foreign?.outcome], ["unchanged", "unchanged"]);
		assert.deepEqual(sound?.unchecked, [
			{ id: "layers", reason: "already published as latest; lucid verify checks it again" },
		]);
		assert.deepEqual(failing(build), { sound: [], foreign: ["entrypoint-machine", "binaries"] });
		assert.deepEqual(
			[...new Set(events.flatMap(({ stage, subject }) => (stage === "verify" ? subject : [])))],
			["foreign"],
		);
		assert.equal(publish.services.find(({ service }) => service === "foreign")?.outcome, "failed");
	}
});

test("publish in another job without the build's documents verifies the images itself", async () => {
	await rm(out, { recursive: true, force: true });
	const { document } = await start("publish");
	const row = (document as PublishResult).services.find(({ service }) => service === "foreign");
	assert.equal(row?.outcome, "failed");
	assert.match(row?.reason ?? "", /all programs and libraries: expected aarch64, found \/run is x86_64/);
});

test("lucid verify checks the images in the registry; report and publish use its results", async () => {
	const { document, exitCode } = await start("verify");
	const result = document as VerifyResult;
	assert.equal(exitCode, 1);
	assert.deepEqual(failing(result), { sound: [], foreign: ["entrypoint-machine", "binaries"] });
	assert.deepEqual(JSON.parse(await readFile(path.join(out, "verify.json"), "utf8")), result);
	await start("report");
	const page = await readFile(path.join(out, "report.html"), "utf8");
	assert.match(page, /<li class="bad">all programs and libraries: expected aarch64, found \/run is x86_64<\/li>/);
	const { document: published } = await start("publish");
	const row = (published as PublishResult).services.find(({ service }) => service === "foreign");
	assert.equal(row?.outcome, "failed");
	assert.match(row?.reason ?? "", /all programs and libraries: expected aarch64, found \/run is x86_64/);
});

test("a service that is not in the registry fails without checks", async () => {
	assert.equal((await start("verify", { service: "sound" })).exitCode, 0);
	await repo.write({ "sound/Dockerfile": `${dockerfile}LABEL new=1\n` });
	const { document, exitCode } = await start("verify", { service: "sound" });
	const [image] = (document as VerifyResult).images;
	assert.equal(exitCode, 1);
	assert.deepEqual(image?.checks, []);
	assert.match(image?.unchecked[0]?.reason ?? "", /not in the registry/);
});
