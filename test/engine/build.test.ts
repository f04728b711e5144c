import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { realpath } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { inspectEngine, requireEngine } from "../../src/adapters/docker/engine.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry, readMirrors } from "../../src/adapters/registry/registry.ts";
import type { BuildResult } from "../../src/model/documents/build.ts";
import type { PlannedImage } from "../../src/model/documents/plan.ts";
import type { Service } from "../../src/model/service/service.ts";
import type { BuildOptions } from "../../src/stages/build/build-input.ts";
import { runBuild } from "../../src/stages/build/run-build.ts";
import { defined } from "../../src/util/defined.ts";
import type { ProgressEvent } from "../../src/util/progress.ts";
import { anImage, aPlan } from "../build/support.ts";
import { aService } from "../support/documents.ts";
import { makeRepo, type Repo } from "../support/repo.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const prefix = `${host}/lucid-test/build-${randomBytes(4).toString("hex")}`;
const registry = openRegistry({ mirrors: readMirrors([process.env.LUCID_MIRRORS ?? ""]) });
const docker = dockerWith(exec);
const canary = `canary-${randomBytes(8).toString("hex")}`;
const python = "python:3.11-slim";
const distroless = "gcr.io/distroless/python3-debian12";

const files = {
	"base/Dockerfile": `FROM ${distroless}
COPY lib/ /usr/local/lib/python3.11/dist-packages/
USER 65532:65532
`,
	"base/lib/lucid.py": "NAME = 'lucid'\n",
	"api/Dockerfile": `FROM --platform=$BUILDPLATFORM ${python} AS builder
RUN --mount=type=secret,id=token test -s /run/secrets/token && mkdir /app && echo 'print(1)' > /app/main.py
FROM pickme/base:latest-arm64
ARG VCS_REF
ARG BUILD_DATE
ARG GREETING
LABEL own.revision="\${VCS_REF}" own.greeting="\${GREETING}"
COPY --from=builder /app/ /app/
EXPOSE 8080
ENTRYPOINT ["/usr/bin/python3", "/app/main.py"]
`,
	"slow/Dockerfile": `FROM --platform=$BUILDPLATFORM ${python} AS builder
# New on every run, so that it is at work when another one fails.
RUN sleep 2 && echo ${randomBytes(4).toString("hex")} > /slow.txt
FROM scratch
COPY --from=builder /slow.txt /
`,
	"broken/Dockerfile": `FROM --platform=$BUILDPLATFORM ${python} AS builder
RUN echo getting on
RUN --mount=type=secret,id=token \\
    echo "the token is $(cat /run/secrets/token)"; \\
    echo "no such module" >&2; exit 3
FROM scratch
COPY --from=builder /etc/hostname /
`,
	"missing/Dockerfile": `FROM scratch
COPY nope.txt /
`,
	"onbroken/Dockerfile": "FROM pickme/broken\nCOPY . /\n",
	"onslow/Dockerfile": "FROM pickme/slow\nCOPY . /\n",
	"hostile/Dockerfile": "FROM scratch\nARG WORD\nLABEL word=$WORD\nCOPY . /\n",
};

const secrets: Service["secrets"] = [{ id: "token", from: "env", env: "LUCID_TEST_TOKEN" }];
const hostileKey = `key \${HOME}`;
const hostileText = `a "\${HOME}" %{if} $\${x}, b=1\n- c`;

const services = (name: string): readonly Service[] =>
	[
		aService({ name: "base", verify: { user: "65532:65532", labels: [] } }),
		aService({
			name: "api",
			secrets,
			args: { GREETING: "hello" },
			labels: { "com.lucid.service": "{{name}}" },
			ports: [{ container: 8080, protocol: "tcp" }],
			verify: { user: "65532:65532", labels: ["com.lucid.service"] },
		}),
		aService({ name: "slow" }),
		aService({ name: "broken", secrets }),
		aService({ name: "missing" }),
		aService({ name: "onbroken" }),
		aService({ name: "onslow" }),
		aService({ name: "hostile", labels: { hostile: hostileText, [hostileKey]: "1" } }),
	].map((service) => ({ ...service, image: `${prefix}/${name}/${service.name}` }));

async function plannedImages(all: readonly Service[]): Promise<readonly PlannedImage[]> {
	const pin = async (ref: string) => ({ ref, pinned: (await registry.resolve(ref)).pinned });
	const [py, less] = await Promise.all([pin(python), pin(distroless)]);
	const special: Readonly<Record<string, Partial<PlannedImage>>> = {
		base: { bases: [less], components: [{ kind: "files", name: 'COPY lib/, "x"', hash: "00ff" }] },
		api: {
			bases: [py],
			from: { "pickme/base:latest-arm64": "base" },
			args: { GREETING: "hello" },
			volatileArgs: ["VCS_REF", "BUILD_DATE"],
		},
		slow: { bases: [py] },
		broken: { bases: [py] },
		onbroken: { from: { "pickme/broken": "broken" } },
		onslow: { from: { "pickme/slow": "slow" } },
		hostile: { args: { WORD: hostileText } },
	};
	return all.map((service) => anImage(service, special[service.name]));
}

interface Run {
	readonly result: BuildResult;
	readonly events: readonly ProgressEvent[];
	readonly row: (service: string) => BuildResult["images"][number];
}

async function run(
	repo: Repo,
	name: string,
	wanted: readonly string[],
	more: {
		onEvent?: (event: ProgressEvent) => void;
		options?: BuildOptions;
		signal?: AbortSignal;
		images?: (images: readonly PlannedImage[]) => readonly PlannedImage[];
	} = {},
): Promise<Run> {
	const all = services(name).filter((service) => wanted.includes(service.name));
	const planned = await plannedImages(all);
	const events: ProgressEvent[] = [];
	const result = await runBuild({
		plan: aPlan(all, more.images?.(planned) ?? planned),
		root: await realpath(repo.root),
		docker: (args, options) => docker(args, { ...options, env: { ...options?.env, LUCID_TEST_TOKEN: canary } }),
		registry,
		env: { LUCID_TEST_TOKEN: canary },
		progress(event) {
			events.push(event);
			more.onEvent?.(event);
		},
		signal: more.signal ?? new AbortController().signal,
		now: () => performance.now(),
		...defined({ options: more.options }),
	});
	const row = (service: string) =>
		result.images.find((image) => image.service === service) ?? assert.fail(`no row for ${service}`);
	return { result, events, row };
}

describe("build on the real engine", () => {
	let repo: Repo;
	before(async () => {
		repo = await makeRepo(files);
		requireEngine(await inspectEngine(docker), { build: true, platforms: ["linux/arm64"] });
	});
	after(() => repo[Symbol.asyncDispose]());

	test("an image and the one it is FROM are built in one run, labelled, verified, and the same again elsewhere without a cache", async () => {
		const first = await run(repo, "one", ["base", "api"]);
		assert.deepEqual(
			first.result.images.map(({ outcome }) => outcome),
			["built", "built"],
		);
		for (const { checks } of first.result.images)
			assert.deepEqual(
				checks.filter(({ ok }) => !ok),
				[],
			);
		const api = first.row("api");
		const facts = await registry.imageFacts(api.contentRef, "linux/arm64");
		assert.equal(facts?.digest, api.digest);
		assert.equal(facts?.size, api.size);
		assert.equal(facts?.platform, "linux/arm64");
		assert.equal(facts?.labels["org.opencontainers.image.revision"], "4f1c2aa9c3f0e5b7d8a1b2c3d4e5f60718293a4b");
		assert.equal(facts?.labels["org.opencontainers.image.created"], "2025-10-24T15:51:32Z");
		assert.equal(facts?.labels["com.lucid.service"], "api");
		assert.equal(facts?.labels["own.revision"], "4f1c2aa9c3f0e5b7d8a1b2c3d4e5f60718293a4b");
		assert.equal(facts?.labels["own.greeting"], "hello");
		assert.doesNotMatch(JSON.stringify(facts?.labels), /\$/);
		assert.equal(facts?.created, "1980-02-01T00:00:00Z");
		assert.doesNotMatch(JSON.stringify([facts, first.result, first.events]), new RegExp(canary));
		const base = await registry.imageFacts(first.row("base").contentRef, "linux/arm64");
		assert.deepEqual(JSON.parse(base?.annotations["com.lucid.components"] ?? ""), { 'COPY lib/, "x"': "00ff" });
		assert.equal(base?.annotations["com.lucid.fingerprint"], "ab".repeat(32));

		await using elsewhere = await makeRepo(files);
		const second = await run(elsewhere, "two", ["base", "api"], { options: { steps: "uncached" } });
		assert.deepEqual(
			second.result.images.map(({ digest }) => digest),
			first.result.images.map(({ digest }) => digest),
		);

		const base0 = first.row("base");
		const third = await run(elsewhere, "one", ["base", "api"], {
			options: { steps: "uncached" },
			images: (images) =>
				images.map((image) =>
					image.service === "base"
						? { ...image, decision: { kind: "unchanged", reasons: [], digest: base0.digest ?? "", size: 0 } }
						: image,
				),
		});
		assert.equal(third.row("base").outcome, "unchanged");
		assert.equal(third.row("base").size, base0.size);
		assert.ok(third.row("base").checks.length > 0);
		assert.equal(
			third.row("api").digest,
			api.digest,
			"whether its parent was built in the same run makes no difference",
		);
	});

	test("failures are reported with their step, line and log, without secrets, and stop only the images FROM them", async () => {
		const { result, row, events } = await run(repo, "fail", ["base", "api", "slow", "broken", "missing", "onbroken"]);
		const outcomes = Object.fromEntries(result.images.map(({ service, outcome }) => [service, outcome]));
		assert.deepEqual(outcomes, {
			base: "built",
			api: "built",
			slow: "built",
			broken: "failed",
			missing: "failed",
			onbroken: "skipped",
		});
		const { error } = row("broken");
		assert.match(error?.message ?? "", /RUN --mount.* exit code 3/);
		assert.equal(error?.file, "broken/Dockerfile");
		assert.equal(error?.line, 3);
		// Output and errors come by two ways, in either order.
		assert.deepEqual(error?.log?.toSorted(), ["no such module", "the token is ***"]);
		assert.match(row("missing").error?.message ?? "", /COPY nope\.txt.*"\/nope\.txt" is not in the build context/);
		assert.equal(row("missing").error?.line, 2);
		assert.equal(row("onbroken").error?.message, "it is FROM broken, which failed");
		assert.doesNotMatch(JSON.stringify([result, events]), new RegExp(canary));
		const ends = events.filter(({ state }) => state === "done" || state === "failed").map(({ subject }) => subject);
		assert.deepEqual(ends.sort(), ["api", "base", "broken", "missing", "onbroken", "slow"]);
		assert.ok(events.some(({ subject, step }) => subject === "slow" && /RUN sleep 2/.test(step?.name ?? "")));
	});

	test("what the catalog says stays text, in labels, args and keys", async () => {
		const { row } = await run(repo, "hostile", ["hostile"]);
		const facts = await registry.imageFacts(row("hostile").contentRef, "linux/arm64");
		assert.equal(facts?.labels.hostile, hostileText);
		assert.equal(facts?.labels.word, hostileText);
		assert.equal(facts?.labels[hostileKey], "1");
		assert.equal(row("hostile").checks.find(({ name }) => name === "labels expanded")?.ok, false);
	});

	test("a missing secret fails its image before the engine gets a request", async () => {
		const all = services("secret").filter(({ name }) => name === "broken");
		const result = await runBuild({
			plan: aPlan(all, await plannedImages(all)),
			root: repo.root,
			docker: () => assert.fail("the engine was asked"),
			registry,
			env: {},
			progress: () => {},
			signal: new AbortController().signal,
			now: () => 0,
		});
		assert.equal(result.images[0]?.outcome, "failed");
		assert.match(result.images[0]?.error?.message ?? "", /LUCID_TEST_TOKEN is unset or empty/);
	});

	test("an abort stops the engine's work, and every image says that it was cancelled", async () => {
		const controller = new AbortController();
		const { result, events } = await run(repo, "abort", ["slow", "onslow"], {
			options: { steps: "uncached" },
			signal: controller.signal,
			onEvent: ({ step }) => step?.name.includes("RUN sleep") && controller.abort(),
		});
		assert.deepEqual(
			result.images.map(({ outcome }) => outcome),
			["cancelled", "cancelled"],
		);
		assert.ok(!events.some(({ subject, state }) => subject === "onslow" && state === "started"));
	});

	test("a daemon that does not run fails every image with the cause, after one request", async () => {
		const all = services("gone").filter(({ name }) => name === "base" || name === "slow");
		let calls = 0;
		const result = await runBuild({
			plan: aPlan(all, await plannedImages(all)),
			root: repo.root,
			docker: (args, options) => {
				calls++;
				return docker(args, { ...options, env: { ...options?.env, DOCKER_HOST: "unix:///nonexistent/docker.sock" } });
			},
			registry,
			env: {},
			progress: () => {},
			signal: new AbortController().signal,
			now: () => 0,
		});
		assert.equal(calls, 1);
		for (const { outcome, error } of result.images) {
			assert.equal(outcome, "failed");
			assert.match(error?.message ?? "", /Cannot connect to the Docker daemon/);
		}
	});
});
