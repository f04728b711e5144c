import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { type TestContext, test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { parseOptions, type RawValues } from "../../src/options/parse-options.ts";
import { lint } from "../../src/stages/lint/stage.ts";
import { planAndLint } from "../../src/stages/plan/stage.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import { pure, serveIndex } from "../pypi/server.ts";
import { makeRepo, temporaryFolder } from "../support/repo.ts";
import { holdingRegistry } from "./registry.ts";

test("a tag that moves is offered with the digest that its registry has; offline, or where it does not answer, without", async (t) => {
	await using registry = await holdingRegistry();
	registry.put(`${registry.host}/tools/base:1`, "linux/arm64", "base");
	await using repo = await makeRepo({
		"lucid.yml": "version: 1\nproject: shop\nservices:\n  api: { context: api }\n",
		"api/Dockerfile": `FROM ${registry.host}/tools/base:1\nFROM ${registry.host}/tools/gone:1\nCOPY --from=0 /x /\nUSER 1000\n`,
	});
	const fixes = async (raw: RawValues) => {
		const { findings } = await lint(...(await asked(t, repo.root, raw)));
		return findings.flatMap(({ code, fix }) => (code === "mutable-base" ? [fix] : []));
	};
	const [held, gone] = await fixes({});
	assert.match(held ?? "", /^pin it: \S+\/tools\/base:1@sha256:[0-9a-f]{64}$/);
	assert.match(gone ?? "", /imagetools inspect/);
	for (const fix of await fixes({ offline: true })) assert.match(fix ?? "", /imagetools inspect/);
});

test("a plan returns the findings of lint: nothing is read twice in a run", async (t) => {
	await using registry = await holdingRegistry();
	await using repo = await makeRepo({
		"lucid.yml": `version: 1
project: shop
services:
  api: { context: api, ports: ["80:80"], needs: [web] }
  web: { context: web, ports: ["80:80"] }
  base: { context: base }
`,
		"api/Dockerfile": "FROM docker.io/library/base\nLABEL date=$BUILD_DATE\nCOPY nothing /\n",
		"web/Dockerfile": "FROM scratch\nCMD x\n",
		"base/Dockerfile": "FROM scratch\nENV API_TOKEN=0123456789\nUSER 1\n",
	});
	await repo.commit();
	for (const service of [undefined, "api"]) {
		const [options, world] = await asked(t, repo.root, { registry: registry.host, service, offline: true });
		const { findings, plan } = await planAndLint(options, world, { scope: "to-run", lint: "all" });
		const alone = await lint(options, world);
		assert.deepEqual(findings, alone.findings);
		assert.ok(findings.length > 2);
		assert.deepEqual(plan.selected, service === undefined ? ["api", "web", "base"] : [service]);
	}
});

test("a run asks the index about what it is to build, and does not build what cannot be installed", async (t) => {
	await using registry = await holdingRegistry();
	await using index = await serveIndex({ flask: pure("flask", "3.0.0") });
	const dockerfile = "FROM scratch\nCOPY requirements.txt /\nRUN pip install -r /requirements.txt\nUSER 65532:65532\n";
	await using repo = await makeRepo({
		"lucid.yml":
			"version: 1\nproject: shop\nservices:\n  bad: { context: bad }\n  good: { context: good }\n  above: { context: above }\n",
		"bad/Dockerfile": dockerfile,
		"bad/requirements.txt": "aioconsul==0.1.0\n",
		"good/Dockerfile": dockerfile,
		"good/requirements.txt": "flask==3.0.0\n",
		"above/Dockerfile": "FROM docker.io/library/bad\n",
	});
	await repo.commit();
	const raw = { registry: registry.host, "index-url": index.url };
	const made = async (more: RawValues) => {
		const [options, world] = await asked(t, repo.root, { ...raw, ...more });
		const { findings, plan } = await planAndLint(options, world, { scope: "to-build", lint: "all" });
		const decisions = Object.fromEntries(plan.images.map(({ service, decision }) => [service, decision.kind]));
		return { decisions, codes: findings.map(({ code, severity }) => `${severity} ${code}`) };
	};
	const { decisions, codes } = await made({});
	assert.deepEqual(decisions, { bad: "blocked", good: "build", above: "blocked" });
	assert.ok(codes.includes("error unknown-package"));
	const questions = index.log.length;
	assert.equal(questions, 2);
	const offline = await made({ offline: true });
	assert.deepEqual(offline.decisions, { bad: "build", good: "build", above: "build" });
	assert.equal(index.log.length, questions, "offline nobody is asked");
});

async function asked(
	t: TestContext,
	root: string,
	raw: RawValues,
): Promise<[ReturnType<typeof parseOptions>, StageContext]> {
	const out = await temporaryFolder();
	t.after(() => rm(out, { recursive: true }));
	const world: StageContext = {
		exec,
		docker: dockerWith(exec),
		env: { HOME: out, LUCID_CACHE: out },
		cwd: root,
		progress: () => undefined,
		signal: new AbortController().signal,
		log: () => undefined,
		now: () => 0,
	};
	return [parseOptions({ out, "build-checks": "off", ...raw }, world), world];
}
