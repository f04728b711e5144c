import assert from "node:assert/strict";
import { test } from "node:test";
import type { BuildResult } from "../../src/model/documents/build.ts";
import type { LintResult } from "../../src/model/documents/lint.ts";
import { shell } from "../dockerfile/bases.ts";
import { openCheckouts } from "../support/checkouts.ts";

// anthropics/claude-quickstarts#196, docker/build-push-action#280
test("a program that cannot start is reported at its line before the build, and in the image where lint is silenced", async () => {
	const windows = "#!/bin/sh\r\nexec sleep 60\r\n";
	const unix = "#!/bin/sh\nexec sleep 60\n";
	const services: Readonly<Record<string, readonly [dockerfile: string, script: string]>> = {
		windows: ['COPY --chmod=0755 run.sh /\nENTRYPOINT ["/run.sh"]', windows],
		mode: ['COPY run.sh /\nENTRYPOINT ["/run.sh"]', unix],
		gone: ['COPY run.sh /srv/app/\nWORKDIR /srv/app\nCMD ["sh", "rum.sh"]', unix],
		health: ['COPY --chmod=0755 run.sh /\nHEALTHCHECK CMD ["/run.sh"]\nCMD ["sleep", "60"]', windows],
		mended: ["COPY run.sh /\nRUN sed -i 's/\\r$//' /run.sh && chmod +x /run.sh\nENTRYPOINT [\"/run.sh\"]", windows],
		made: ['RUN printf \'#!/bin/sh\\nexec sleep 60\\n\' >/made.sh\nCMD ["sh", "/made.sh"]', unix],
		volume: ['VOLUME /plugins\nCMD ["sh", "/plugins/run.sh"]', unix],
	};
	const names = Object.keys(services);
	const catalog = (rules: string) => `version: 1
project: scripts
defaults: { platforms: [linux/amd64], policy: { smoke: "off" }, lint: { rules: { ${rules} } } }
services:
${names.map((name) => `  ${name}: { context: ${name}, ports: [8080] }`).join("\n")}
`;
	const files = Object.entries(services).flatMap(([name, [dockerfile, script]]) => [
		[`${name}/Dockerfile`, `FROM ${shell}\nEXPOSE 8080\n${dockerfile}\nUSER 1000\n`],
		[`${name}/run.sh`, script],
	]);
	await using checkouts = await openCheckouts("scripts", {
		"lucid.yml": catalog("missing-source: error"),
		...Object.fromEntries(files),
	});
	const { repo, lucid } = checkouts;
	await repo.commit();
	const linted = JSON.parse((await lucid(repo.root, "lint", "--offline", "--build-checks=off")).stdout) as LintResult;
	const errors = linted.findings.filter(({ severity }) => severity === "error");
	assert.deepEqual(errors.map(({ service, code, at }) => [service, code, at?.line]).sort(), [
		["health", "script-line-ends", 4],
		["mode", "script-not-executable", 4],
		["windows", "script-line-ends", 4],
	]);
	// A distribution's own folders may hold anything: that one is only seen in the image.
	await repo.write({ "lucid.yml": catalog("script-line-ends: off, script-not-executable: off") });
	const { exitCode, stdout } = await lucid(repo.root, "build");
	assert.equal(exitCode, 1);
	const { images } = JSON.parse(stdout) as BuildResult;
	const wrong = images.map(({ service, checks }) => [
		service,
		checks.flatMap(({ id, ok, level, actual }) => (ok || level === "warning" ? [] : [`${id}: ${actual}`])).join("; "),
	]);
	const ends =
		"is a script whose first line ends with \\r (Windows line ends), which the kernel reads as part of the interpreter's name";
	assert.deepEqual(Object.fromEntries(wrong), {
		windows: `entrypoint: /run.sh ${ends}`,
		mode: "entrypoint: /run.sh is not executable for user 1000:0 (mode 0644)",
		gone: "entrypoint-module: rum.sh is not in the image",
		health: `healthcheck-program: /run.sh ${ends}`,
		mended: "",
		made: "",
		volume: "",
	});
});
