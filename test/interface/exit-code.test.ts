import assert from "node:assert/strict";
import { test } from "node:test";
import { annotationsOf } from "../../src/entrypoints/actions/annotations.ts";
import { exit, exitCodeOf, exitCodeOfError } from "../../src/entrypoints/exit-code.ts";
import type { BuildOutcome, BuildResult } from "../../src/model/documents/build.ts";
import type { PublishResult } from "../../src/model/documents/publish.ts";
import type { SignOutcome, SignResult } from "../../src/model/documents/sign.ts";
import type { SmokeResult, SmokeVerdict } from "../../src/model/documents/smoke.ts";
import type { VerifiedImage, VerifyResult } from "../../src/model/documents/verify.ts";
import type { HostResult } from "../../src/model/documents/verify-host.ts";
import type { Policy } from "../../src/model/service/service.ts";
import { defined } from "../../src/util/defined.ts";
import { UserError } from "../../src/util/errors.ts";
import { aPlan, aService } from "../support/documents.ts";

const planned = (policy: Policy = { smoke: "required", verify: "required", hardening: "required", stop: "required" }) =>
	aPlan([aService({ name: "api", policy })]);

const built = (outcome: BuildOutcome, checkOk = true): BuildResult => ({
	kind: "lucid.build",
	version: 1,
	revision: "4f1c2aa",
	command: [],
	durationMs: 1,
	images: [
		{
			service: "api",
			platform: "linux/arm64",
			fingerprint: "f",
			contentRef: "r",
			outcome,
			checks: [{ id: "user", name: "user", ok: checkOk, expected: "65532", actual: "0" }],
		},
	],
});

const smoked = (verdict: SmokeVerdict): SmokeResult => ({
	kind: "lucid.smoke",
	version: 1,
	revision: "4f1c2aa",
	network: { name: "n" },
	durationMs: 1,
	services: [{ service: "api", platform: "linux/arm64", ref: "r", digest: "d", verdict, probes: [] }],
});

test("success ends with 0", () => {
	assert.equal(exitCodeOf({ plan: planned(), build: built("built"), smoke: smoked("healthy") }), exit.fine);
	assert.equal(exitCodeOf({ plan: planned(), build: built("unchanged"), smoke: smoked("skipped") }), exit.fine);
});

test("a service that was not signed is a failure, unless only the registry did not answer; one with nothing to sign is not", () => {
	const signed = (outcome: SignOutcome, code?: string): SignResult => ({
		...{ kind: "lucid.sign", version: 1, revision: "4f1c2aa", durationMs: 1 },
		services: [{ service: "api", image: "r/api", outcome, digests: [], ...defined({ code }) }],
	});
	const codes = [signed("signed"), signed("skipped"), signed("failed"), signed("failed", "registry/unreachable")].map(
		(sign) => exitCodeOf({ plan: planned(), sign }),
	);
	assert.deepEqual(codes, [exit.fine, exit.fine, exit.failed, exit.environment]);
});

test("an image that was not built, or failed its checks, is a failure", () => {
	for (const outcome of ["failed", "skipped"] as const)
		assert.equal(exitCodeOf({ plan: planned(), build: built(outcome) }), exit.failed);
	assert.equal(exitCodeOf({ plan: planned(), build: built("built", false) }), exit.failed);
});

test("an image that fails verification or does not exist is a failure; a warning is not", () => {
	const verified = (own: Partial<VerifiedImage>): VerifyResult => ({
		kind: "lucid.verify",
		version: 1,
		revision: "4f1c2aa",
		images: [
			{
				service: "api",
				platform: "linux/arm64",
				contentRef: "r",
				digest: "sha256:1",
				checks: [],
				unchecked: [],
				...own,
			},
		],
		layers: { read: 0, bytes: 0 },
		durationMs: 1,
	});
	const check = { id: "binaries", name: "binaries", ok: false, expected: "aarch64", actual: "x86_64" };
	const { digest: _, ...absent } = verified({}).images[0] ?? {};
	assert.equal(exitCodeOf({ plan: planned(), verify: verified({}) }), exit.fine);
	assert.equal(exitCodeOf({ plan: planned(), verify: verified({ checks: [check] }) }), exit.failed);
	assert.equal(
		exitCodeOf({ plan: planned(), verify: verified({ checks: [{ ...check, level: "warning" }] }) }),
		exit.fine,
	);
	const lost = { ...verified({}), images: [absent as VerifiedImage] };
	assert.equal(exitCodeOf({ plan: planned(), verify: lost }), exit.failed);
});

test("an unhealthy service is a failure, one without an answer an error of the environment", () => {
	assert.equal(exitCodeOf({ plan: planned(), smoke: smoked("unhealthy") }), exit.failed);
	assert.equal(exitCodeOf({ plan: planned(), smoke: smoked("unknown") }), exit.environment);
});

test("advisory results fail nothing", () => {
	const plan = planned({ smoke: "advisory", verify: "advisory", hardening: "required", stop: "required" });
	assert.equal(exitCodeOf({ plan, build: built("built", false), smoke: smoked("unhealthy") }), exit.fine);
});

test("a blocked image fails the plan", () => {
	const blocked = aPlan([aService({ name: "api" })], () => ({ kind: "blocked", reasons: [], problems: [] }));
	assert.equal(exitCodeOf({ plan: blocked }), exit.failed);
	assert.equal(exitCodeOf({ plan: { ...blocked, selected: [] } }), exit.fine, "but not if it was not selected");
});

test("a cancelled run ends like an interrupted process", () => {
	assert.equal(exitCodeOf({ plan: planned(), build: built("cancelled") }), exit.interrupted);
});

test("errors of the user, of the environment and of the program have different codes", () => {
	const mistake = (code: string) => exitCodeOfError(new UserError({ code, message: "m" }));
	assert.equal(mistake("catalog/unknown-key"), exit.usage);
	assert.equal(mistake("options/value"), exit.usage);
	assert.equal(mistake("engine/not-running"), exit.environment);
	assert.equal(mistake("registry/unreachable"), exit.environment);
	assert.equal(exitCodeOfError(new Error("boom")), exit.failed);
});

test("an unreachable registry is an error of the environment, unless anything else failed", () => {
	const failing = (code?: string): BuildResult => {
		const result = built("failed");
		const error = { message: "no", ...defined({ code }) };
		return { ...result, images: result.images.map((image) => ({ ...image, checks: [], error })) };
	};
	const away = failing("registry/unreachable");
	const published = (code?: string): PublishResult => ({
		...{ kind: "lucid.publish", version: 1, revision: "4f1c2aa", durationMs: 1 },
		services: [
			{
				...{ service: "web", image: "i", outcome: "failed", platforms: [], tags: [], reason: "no" },
				...defined({ code }),
			},
		],
	});
	const plan = aPlan([aService({ name: "api" }), aService({ name: "web" })]);
	assert.equal(exitCodeOf({ plan: planned(), build: away }), exit.environment);
	assert.equal(exitCodeOf({ plan: planned(), build: failing() }), exit.failed);
	assert.equal(exitCodeOf({ plan: planned(), build: failing("registry/denied") }), exit.failed);
	assert.equal(exitCodeOf({ plan, build: away, publish: published("registry/unavailable") }), exit.environment);
	assert.equal(exitCodeOf({ plan, build: away, publish: published() }), exit.failed);
});

test("a machine fails if one of its images is unsigned, and the annotation states why", () => {
	const image = { service: "api", platform: "linux/arm64", ref: "r/api:latest" } as const;
	const of = (images: HostResult["images"]): HostResult => ({
		...{ kind: "lucid.verify-host", version: 1, durationMs: 1, images },
		...{ host: { name: "pi", engine: "29.0.0", platform: "linux/arm64" }, smoke: smoked("healthy") },
	});
	assert.equal(exitCodeOf({ verifyHost: of([{ ...image, state: "present" }]) }), exit.fine);
	const verifyHost = of([{ ...image, state: "unsigned", unsigned: "it is not signed" }]);
	assert.equal(exitCodeOf({ verifyHost }), exit.failed);
	assert.deepEqual(annotationsOf({ verifyHost }), [
		{ level: "error", title: "api is not signed", message: "r/api:latest: it is not signed" },
	]);
});
