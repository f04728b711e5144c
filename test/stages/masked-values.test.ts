import assert from "node:assert/strict";
import { test } from "node:test";
import { dockerWith } from "../../src/adapters/docker/docker.ts";
import { exec } from "../../src/adapters/process/exec.ts";
import { runStage } from "../../src/entrypoints/run-stage.ts";
import { parseOptions } from "../../src/options/parse-options.ts";
import type { StageContext } from "../../src/stages/shared/context.ts";
import { maskedValues } from "../../src/stages/shared/masked-values.ts";
import { makeRepo } from "../support/repo.ts";

test("masked are inputs, values for builds, the job's tokens and keys, and the passwords of Docker's logins", async () => {
	const auth = (text: string) => ({ auth: Buffer.from(text).toString("base64") });
	await using folder = await makeRepo({
		"config.json": JSON.stringify({
			auths: {
				"ghcr.io": auth("robot:a:long password"),
				"docker.io": { ...auth("00000000-0000-0000-0000-000000000000:"), identitytoken: "identity-token" },
				"127.0.0.1:5000": auth("admin:admin"),
				"store.example": {},
			},
		}),
	});
	const env = {
		...{
			DOCKER_CONFIG: folder.root,
			GITHUB_TOKEN: "ghs_1",
			ACTIONS_RUNTIME_TOKEN: "runtime",
			COSIGN_PASSWORD: "cosign",
		},
		...{ ACTIONS_ID_TOKEN_REQUEST_TOKEN: "oidc", COSIGN_PRIVATE_KEY: "", PATH: "/bin" },
	};
	const context: StageContext = {
		...{ exec, docker: dockerWith(exec), env, cwd: "/", signal: new AbortController().signal },
		...{ progress: () => {}, log: () => {}, now: () => 0 },
		...{ masked: ["an input"], secrets: { values: new Map([["NPM_TOKEN", "npm_1"]]) } },
	};
	assert.deepEqual([...(await maskedValues(context))].sort(), [
		"a:long password",
		"an input",
		"cosign",
		"ghs_1",
		"identity-token",
		"npm_1",
		"oidc",
		"runtime",
	]);
	assert.deepEqual(
		await maskedValues({ ...context, env: { DOCKER_CONFIG: "/nowhere" }, masked: [], secrets: { values: new Map() } }),
		[],
	);
});

test("an error that ends a stage shows no credential, also in base64", async () => {
	const token = "ghs_aSecretOfThisJob";
	const encoded = Buffer.from(token).toString("base64");
	await using repo = await makeRepo({
		"lucid.yml": `version: 1\nproject: ${token}\nservices:\n  api: { context: "${encoded}" }\n`,
	});
	const context: StageContext = {
		...{ exec, docker: dockerWith(exec), env: { PATH: process.env.PATH, GITHUB_TOKEN: token }, cwd: repo.root },
		...{ signal: new AbortController().signal, progress: () => {}, log: () => {}, now: () => 0 },
	};
	await assert.rejects(runStage("plan", parseOptions({}, context), context), (error: Error) => {
		assert.match(error.message, /lucid\.yml:2:.*"\*\*\*"/);
		assert.match(error.message, /lucid\.yml:4:.*"\*\*\*"/);
		assert.ok(!error.message.includes(token) && !error.message.includes(encoded), error.message);
		return true;
	});
});
