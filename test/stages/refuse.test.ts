import assert from "node:assert/strict";
import { test } from "node:test";
import { makeRepo } from "../support/repo.ts";
import { holdingRegistry } from "./registry.ts";
import { plannerOf } from "./support.ts";

const catalog = `version: 1
project: shop
services:
  api: { context: api }
  web: { context: web }
`;
const leaky = "FROM scratch\nARG API_TOKEN=ghp_abcdefghijklmnopqrstuvwxyz0123456789\nCOPY x /\n";

test("a service whose Dockerfile would put a credential into the image is refused, at the line; the others are planned", async () => {
	await using registry = await holdingRegistry();
	await using repo = await makeRepo({
		"lucid.yml": catalog,
		"api/Dockerfile": leaky,
		"api/x": "x",
		"web/Dockerfile": "FROM scratch\nCOPY x /\n",
		"web/x": "x",
	});
	await repo.commit();
	await using planner = await plannerOf(repo.root, registry.host);
	const decisions = async () => {
		const { images } = await planner.plan({});
		return Object.fromEntries(images.map(({ service, decision }) => [service, decision]));
	};
	const { api, web } = await decisions();
	assert.equal(web?.kind, "build");
	assert.equal(api?.kind, "blocked");
	assert.deepEqual(api?.kind === "blocked" && api.problems.map(({ code, at }) => [code, at?.file, at?.line]), [
		["credential", "api/Dockerfile", 2],
	]);

	await repo.write({ "api/Dockerfile": leaky.replace("ARG", "# lucid-ignore: credential it is a public sample\nARG") });
	assert.equal((await decisions()).api?.kind, "build");
});

test("a credential in ENV is refused before anything is built, and so is a tag rule that gives two commits one tag, for each service that has it", async () => {
	await using registry = await holdingRegistry();
	await using repo = await makeRepo({
		"lucid.yml": catalog.replace("services:", 'defaults: { tags: ["type=ref,event=pr"] }\nservices:'),
		"api/Dockerfile": "FROM scratch\nCOPY x /\nENV API_TOKEN=ghp_abcdefghijklmnopqrstuvwxyz0123456789\n",
		"api/x": "x",
		"web/Dockerfile": "FROM scratch\nCOPY x /\n",
		"web/x": "x",
	});
	await repo.commit();
	await using planner = await plannerOf(repo.root, registry.host);
	const { images } = await planner.plan({});
	const problems = images.map(({ service, decision }) => [
		service,
		decision.kind === "blocked" &&
			decision.problems.map(({ code, at }) => `${code} ${at?.file}:${at?.line}:${at?.column}`),
	]);
	assert.deepEqual(problems, [
		["api", ["credential-env api/Dockerfile:3:undefined", "tag-not-unique lucid.yml:3:21"]],
		["web", ["tag-not-unique lucid.yml:3:21"]],
	]);
});

test("what the engine refuses too is reported once", async () => {
	await using registry = await holdingRegistry();
	await using repo = await makeRepo({
		"lucid.yml": catalog,
		"api/Dockerfile": "FROM scratch\nCOPY nothing /\n",
		"web/Dockerfile": "FROM scratch\nCOPY x /\n",
		"web/x": "x",
	});
	await repo.commit();
	await using planner = await plannerOf(repo.root, registry.host);
	const { images } = await planner.plan({});
	const [api] = images.filter(({ service }) => service === "api");
	assert.equal(api?.decision.kind === "blocked" && api.decision.problems.length, 1);
});
