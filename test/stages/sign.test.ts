import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import type { Source } from "../../src/model/documents/source.ts";
import { parseOptions } from "../../src/options/parse-options.ts";
import { signRun } from "../../src/stages/sign/stage.ts";
import { buildOf, planOf, service } from "../publish/fixture.ts";
import { temporaryFolder } from "../support/repo.ts";

/** The rows of a run that may not request an identity token: signing would fail. */
async function signed(source: Partial<Source>, raw: Readonly<Record<string, string>> = {}) {
	const out = await temporaryFolder();
	await using _ = { [Symbol.asyncDispose]: () => rm(out, { recursive: true }) };
	const context = {
		...{ exec, docker: dockerWith(exec), env: {}, cwd: out, progress: () => undefined, log: () => undefined },
		...{ signal: new AbortController().signal, now: () => performance.now() },
	};
	const api = service("api", "127.0.0.1:1/api");
	const plan = planOf([api], "1".repeat(40), { api: { immutable: ["v1"], floating: ["latest"] } });
	const results = { plan: { ...plan, source: { ...plan.source, ...source } }, build: buildOf([]) };
	const { services, statement } = await signRun(
		parseOptions({ out, ...raw }, context, "sign"),
		context,
		openRegistry(),
		results,
	);
	return [statement, ...services.map(({ outcome, reason }) => [outcome, reason])];
}

test("nothing is signed of a git tag whose commit is not on a protected branch", async () => {
	const why = "1111 of the git tag v1 is not on main";
	const event = { kind: "tag", tag: "v1" } as const;
	assert.deepEqual(await signed({ event, hold: { why, fix: "merge it" } }), [undefined, ["skipped", why]]);
});

test("nothing is signed of a fork's code, or of uncommitted changes", async () => {
	assert.deepEqual(await signed({ fromFork: true }), [undefined, ["skipped", "the code is a fork's"]]);
	const dirty = "uncommitted changes: commit them first (--allow-dirty accepts them)";
	assert.deepEqual(await signed({ dirty: true }), [undefined, ["skipped", dirty]]);
});

test("without an identity token or a key, nothing can be signed", async () => {
	await assert.rejects(signed({}), /there is no identity token to sign with/);
	await assert.rejects(signed({}, { sign: "key" }), /`sign` is `key`, but `sign-key` is missing/);
});
