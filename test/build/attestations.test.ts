import assert from "node:assert/strict";
import { test } from "node:test";
import { attestSpecs, builderIdOf, provenanceProblems } from "../../src/stages/build/bake/attestations.ts";
import { aService } from "../support/documents.ts";
import { anImage, aPlan } from "./support.ts";

test("attestations that are not requested are disabled by name, because BuildKit adds provenance by default", () => {
	assert.deepEqual(attestSpecs({ provenance: "off" }), ["type=provenance,disabled=true", "type=sbom,disabled=true"]);
	assert.deepEqual(attestSpecs({ provenance: "min", sbom: "h/scan@sha256:1", builderId: "https://e.org/1" }), [
		"type=provenance,mode=min,builder-id=https://e.org/1",
		"type=sbom,generator=h/scan@sha256:1",
	]);
});

test("maximal provenance is refused for services whose build args it would show, and for Docker's proxy args", () => {
	const plain = aService({ name: "plain", args: { VERSION: "1" } });
	const armed = aService({ name: "armed", args: { HOST: "internal" }, at: { file: "lucid.yml", line: 7 } });
	const done = aService({ name: "done", args: { HOST: "internal" } });
	const plan = aPlan(
		[plain, armed, done],
		[
			anImage(plain, { volatileArgs: ["VERSION", "VCS_REF"] }),
			anImage(armed, { args: { HOST: "internal" } }),
			anImage(done, {
				args: { HOST: "internal" },
				decision: { kind: "unchanged", reasons: [], digest: `sha256:${"1".repeat(64)}`, size: 1 },
			}),
		],
	);
	assert.deepEqual(provenanceProblems(plan, { provenance: "min" }, ["HTTP_PROXY"]), []);
	const problems = provenanceProblems(plan, { provenance: "max" }, ["HTTP_PROXY"]);
	assert.deepEqual(
		problems.map(({ at, message }) => [at?.line, message.replace(/,? and .*/, "")]),
		[
			[7, "armed is built with HOST"],
			[undefined, "Docker's configuration adds HTTP_PROXY to every build"],
		],
	);
	assert.ok(problems.every(({ fix }) => fix?.includes("provenance: min")));
	assert.ok(problems.every(({ message }) => !message.includes("internal")));
});

test("the builder id is the GitHub run, and undefined elsewhere", () => {
	assert.equal(builderIdOf({}), undefined);
	const env = { GITHUB_ACTIONS: "true", GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "a/b" };
	assert.equal(builderIdOf(env), undefined);
	assert.equal(
		builderIdOf({ ...env, GITHUB_RUN_ID: "9", GITHUB_RUN_ATTEMPT: "2" }),
		"https://github.com/a/b/actions/runs/9/attempts/2",
	);
});
