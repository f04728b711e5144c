import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { BuiltImage } from "../../src/model/documents/build.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { pullRequestComment } from "../../src/presentation/markdown/github-comments.ts";
import { stepSummary } from "../../src/presentation/markdown/step-summary.ts";
import { publishSome } from "../../src/stages/publish/stage.ts";
import { readLedger } from "../../src/stages/shared/records/publication-ledger.ts";
import { UserError } from "../../src/util/errors.ts";
import { buildOf, planOf, pushImage, service, smoked, smokeOf } from "../publish/fixture.ts";
import { quietWorld } from "../stages/support.ts";
import { makeRepo } from "../support/repo.ts";

const host = process.env.LUCID_REGISTRY ?? assert.fail("LUCID_REGISTRY is not set: run script/test");
const registry = openRegistry();

test("with a reason, a service is published although smoke failed; row, report, comment and ledger show who, when and why", async () => {
	await using repo = await makeRepo({ file: "a\n" });
	const revision = await repo.commit();
	const names = ["api", "web"].map((name) =>
		service(name, `${host}/lucid-test/exception-${name}-${randomBytes(4).toString("hex")}`),
	);
	const images: BuiltImage[] = [];
	for (const each of names) images.push(await pushImage(registry, each, { content: each.name }));
	const tags = { immutable: [`sha-${revision.slice(0, 7)}`], floating: ["latest"] };
	const whole = planOf(names, revision, { api: tags, web: tags }, { root: repo.root });
	const smoke = smokeOf(images.map((image) => smoked(image, "unhealthy")));
	const publish = async (raw: RawValues, selected: readonly string[]) => {
		const env = { GITHUB_ACTOR: "octocat", GITHUB_TRIGGERING_ACTOR: "hubot" };
		const world = { ...quietWorld(repo.root), env, date: () => Date.parse("2026-11-30T15:40:00.123Z") };
		const plan = { ...whole, selected };
		return publishSome(parseOptions(raw, world), world, registry, { plan, build: buildOf(images), smoke });
	};
	const digest = async (index: number, tag: string) => (await registry.head(`${names[index]?.image}:${tag}`))?.digest;

	const refused = async (raw: RawValues, selected: readonly string[]) => {
		const error = await publish(raw, selected).catch((cause: unknown) => cause);
		assert.ok(error instanceof UserError);
		return error.problems.map(({ code, message }) => `${code}: ${message}`);
	};
	assert.deepEqual(await refused({ "despite-smoke": true }, ["api", "web"]), [
		"publish/exception: `despite-smoke` needs a reason, which is recorded",
		"publish/exception: `despite-smoke` is for one service, and 2 are selected",
	]);
	assert.deepEqual(await refused({ reason: "because" }, ["api"]), [
		"publish/exception: `reason` only applies to `despite-smoke`",
	]);
	assert.equal(await digest(0, tags.immutable[0] ?? ""), undefined, "nothing was written");

	const held = await publish({}, ["api"]);
	assert.deepEqual(
		held.services[0]?.tags.map(({ state }) => state),
		["written", "held"],
	);
	const result = await publish({ "despite-smoke": true, reason: "fixes the outage, @octocat agrees" }, ["api"]);
	const [row] = result.services;
	const exception = {
		...{ who: "hubot", when: "2026-11-30T15:40:00Z", why: "fixes the outage, @octocat agrees" },
		smoke: "smoke on linux/arm64: unhealthy",
	};
	assert.deepEqual([row?.outcome, row?.exception], ["published", exception]);
	assert.equal(await digest(0, "latest"), row?.digest);
	for (const copy of ["latest.published", "latest.published-2"]) {
		const ledger = await registry.manifest(`${names[0]?.image}:${copy}`);
		assert.deepEqual(readLedger(ledger ?? assert.fail(), copy).exception, exception);
	}
	const run = { plan: { ...whole, selected: ["api"] }, build: buildOf(images), smoke, publish: result };
	const words =
		/published despite smoke by hubot at 2026-11-30T15:40:00Z: fixes the outage, .{0,20}octocat agrees \(smoke on linux\/arm64: unhealthy\)/;
	for (const text of [stepSummary(run), pullRequestComment(run)]) assert.match(text, words);
	assert.equal(await digest(1, "latest"), undefined, "the other service waits for its smoke");
});
