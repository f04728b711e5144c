import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { BuildResult } from "../../src/model/documents/build.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { PublishResult } from "../../src/model/documents/publish.ts";
import { openShipped, type Shipped } from "../support/shipped.ts";

/** docker/build-push-action#1174 and many like it: a released image says the version of another build. */

const scratch = "FROM scratch\nUSER 65532:65532\n";
const shell = "FROM --platform=$BUILDPLATFORM python:3.11-slim AS made\n";
const final = `${scratch}COPY --from=made /out /out\n`;

/**
 * A service for each way in which VERSION gets into a layer or a setting. Each ends with VERSION in the variable V, or
 * in the file /out.
 */
const baked: Readonly<Record<string, string>> = {
	env: `${scratch}ARG VERSION\nENV V=$VERSION\n`,
	through: `${scratch}ARG VERSION=1\nARG OTHER="\${VERSION}"\nENV V=$OTHER\n`,
	global: `ARG VERSION\nARG OTHER=$VERSION\n${scratch}ARG OTHER\nENV V=$OTHER\n`,
	parent: `FROM scratch AS first\nARG VERSION\n${scratch.replace("scratch", "first")}ENV V=$VERSION\n`,
	heredoc: `${scratch}ARG VERSION\nCOPY <<END /out\n$VERSION\nEND\n`,
	named: `${shell}ARG VERSION\nRUN echo $VERSION > /out\n${final}`,
	unnamed: `${shell}ARG VERSION\nCOPY say /\nRUN sh /say > /out\n${final}`,
	body: `${shell}ARG VERSION\nRUN <<END\necho $VERSION > /out\nEND\n${final}`,
	base: `${scratch}ARG VERSION\nENV V=$VERSION\n`,
	above: "FROM base\nCOPY say /\n",
	trigger: `${scratch}ONBUILD ARG VERSION\nONBUILD ENV V=$VERSION\n`,
	triggered: "FROM trigger\nCOPY say /\n",
	own: `${scratch}ARG RELEASE\nENV V=$RELEASE\n`,
};
/** Those in which it is nowhere but in a label, or not at all. */
const free: Readonly<Record<string, string>> = {
	label: `${scratch}COPY say /\nARG VERSION\nLABEL about=$VERSION\n`,
	trigger: baked.trigger ?? "",
	early: `${shell}COPY say /out\nRUN true\nARG VERSION\n${final}`,
	fixed: `${scratch}ARG FIXED\nENV V=$FIXED\n`,
};
const dockerfiles = { ...baked, ...free };
const released = Object.keys(baked).filter((name) => !(name in free));

let shipped: Shipped;
before(async () => {
	const services = Object.keys(dockerfiles).map((name) => `  ${name}: { context: ${name} }\n`);
	shipped = await openShipped("baked", {
		"lucid.yml": `version: 1
project: baked
defaults:
  policy: { smoke: "off" }
  args: { RELEASE: "{{version}}", FIXED: "7" }
  tags: ["type=sha,prefix=", "type=semver,pattern={{version}}"]
  floating: ["type=ref,event=branch", "type=semver,pattern={{major}}.{{minor}}"]
services:
${services.join("")}`,
		...Object.fromEntries(
			Object.entries(dockerfiles).flatMap(([name, text]) => [
				[`${name}/Dockerfile`, text],
				[`${name}/say`, "echo $VERSION\n"],
			]),
		),
	});
});
after(() => shipped[Symbol.asyncDispose]());

interface Ran {
	readonly plan: Plan;
	readonly build: BuildResult;
	readonly publish: PublishResult;
}
const run = (...args: string[]) => shipped.lucid<Ran>("run", "--smoke=off", "--no-require-smoke", ...args);
const built = ({ build }: Ran) =>
	build.images.flatMap(({ service, outcome }) => (outcome === "built" ? service : [])).sort();
const why = ({ plan }: Ran, name: string) =>
	plan.images.find(({ service }) => service === name)?.decision.reasons.map(({ detail }) => detail) ?? [];

/** What an image says of its version: its variable V, or its file /out. */
async function versionIn(name: string, tag: string): Promise<string | undefined> {
	const image = `${shipped.prefix}/${name}`;
	const registry = openRegistry();
	const facts = (await registry.imageFacts(`${image}:${tag}`, "linux/arm64")) ?? assert.fail(`no ${image}:${tag}`);
	if (facts.env.V !== undefined) return facts.env.V;
	const layer = facts.layers.at(-1) ?? assert.fail("no layer");
	const { gunzipSync } = await import("node:zlib");
	const tar = gunzipSync(await registry.blob(image, layer.digest));
	return /(?:^|\0)(\d+\.\d+\.\d+)\n/.exec(tar.toString("latin1"))?.[1];
}

describe("a version that gets into a layer", () => {
	let commit: string;

	test("is 0.0.0 on branches, so that the next commit builds nothing", async () => {
		await shipped.repo.commit();
		assert.deepEqual(built(await run()), Object.keys(dockerfiles).sort());
		for (const name of released) assert.equal(await versionIn(name, "main"), "0.0.0", name);
		commit = (await shipped.repo.commit("another")).slice(0, 7);
		assert.deepEqual(built(await run()), []);
	});

	test("is the released one in every image of a release, and no image without it is built", async () => {
		const first = await run("--event=tag:v1.2.0");
		assert.deepEqual(built(first), released.toSorted());
		for (const name of released) {
			assert.equal(await versionIn(name, "1.2.0"), "1.2.0", name);
			assert.equal(await versionIn(name, "1.2"), "1.2.0", name);
			assert.equal(await versionIn(name, commit), "0.0.0", `the commit's tag of ${name} stays`);
		}
		assert.deepEqual(why(first, "env"), ["VERSION is baked into a layer: 1.2.0, was 0.0.0"]);
		assert.deepEqual(why(first, "own"), ["RELEASE is baked into a layer: 1.2.0, was 0.0.0"]);
		assert.deepEqual(built(await run("--event=tag:v1.2.0")), [], "a repeated run finds it");
	});

	test("is another one under the next git tag of the same commit", async () => {
		assert.deepEqual(built(await run("--event=tag:v1.2.1")), released.toSorted());
		assert.equal(await versionIn("unnamed", "1.2.1"), "1.2.1");
		assert.equal(await versionIn("unnamed", "1.2.0"), "1.2.0");
	});

	test("leaves what a branch has as it is: the next push builds and moves nothing", async () => {
		const next = await run();
		assert.deepEqual(built(next), []);
		const states = next.publish.services.flatMap(({ tags }) => tags.map(({ state }) => state));
		assert.deepEqual([...new Set(states)], ["present"]);
		assert.equal(await versionIn("env", "main"), "0.0.0");
	});
});

test("the row of a reused image that holds another commit notes it", async () => {
	await shipped.repo.write({
		"env/Dockerfile": `${scratch}ARG GIT_COMMIT\nENV V=$GIT_COMMIT\n`,
	});
	const old = await shipped.repo.commit();
	await run("env");
	const now = await shipped.repo.commit("another");
	const ran = await run("env");
	assert.deepEqual(built(ran), []);
	assert.deepEqual(why(ran, "env"), [
		"nothing it is built from has changed",
		`GIT_COMMIT is baked into a layer: it stays ${old.slice(0, 7)}, this run has ${now.slice(0, 7)}`,
	]);
});
