import assert from "node:assert/strict";
import { test } from "node:test";
import type { BuiltImage } from "../../src/model/documents/build.ts";
import type { SmokedService } from "../../src/model/documents/smoke.ts";
import type { Source } from "../../src/model/documents/source.ts";
import { smokeGate, sourceHoldReason, verificationFailure } from "../../src/stages/publish/gates.ts";
import { gatherPlatforms } from "../../src/stages/publish/gather-platforms.ts";
import { planOf, service, smoked } from "./fixture.ts";

const api = service("api", "ghcr.io/acme/api");
const digestOf = (letter: string) => `sha256:${letter.repeat(64)}`;
const built = (platform: string, letter: string, more: Partial<BuiltImage> = {}): BuiltImage => ({
	service: "api",
	platform,
	fingerprint: letter,
	outcome: "built",
	contentRef: "ghcr.io/acme/api:content",
	digest: digestOf(letter),
	checks: [],
	...more,
});
const arm = built("linux/arm64", "a");
const amd = built("linux/amd64", "b");
const plan = planOf([api], "1", {});
const images = [arm, amd].map(({ platform, digest = "" }) => ({ platform, digest }));

test("smoke must be healthy on every platform's very digest", () => {
	const gate = (...rows: readonly SmokedService[]) => {
		const answer = smokeGate({ plan, service: api, images, smoked: rows }, {});
		if (answer.kind === "open") return "open";
		return `${answer.kind}: ${answer.kind === "shut" ? answer.why : answer.images[0]?.why}`;
	};
	assert.equal(gate(smoked(arm), smoked(amd)), "open");
	assert.equal(gate(smoked(arm)), "unproven: smoke did not run on linux/amd64");
	assert.equal(gate(smoked(arm), smoked(amd, "unhealthy")), "shut: smoke on linux/amd64: unhealthy");
	assert.equal(gate(smoked(arm), smoked(amd, "unknown")), "unproven: smoke on linux/amd64: unknown");
	// Whether or not the registry has a record.
	assert.equal(
		gate({ ...smoked(arm, "not tried"), reason: "there is no image of db" }, smoked(amd)),
		"shut: smoke on linux/arm64: not tried, there is no image of db",
	);
	assert.equal(
		gate({ ...smoked(arm, "skipped"), reason: "off" }, smoked(amd)),
		"unproven: smoke did not run on linux/arm64: off",
	);
	assert.match(
		gate(smoked(built("linux/arm64", "c")), smoked(amd)),
		/^unproven: .* ran sha256:c+, which is not what is/,
	);
	const older = { ...smoked(arm), trial: "0".repeat(16) };
	const { trial: _, ...oldest } = older;
	for (const row of [older, oldest])
		assert.equal(gate(row, smoked(amd)), "unproven: smoke on linux/arm64 ran other checks than the catalog has now");
	assert.match(gate(smoked({ ...arm, service: "other" }), smoked(amd)), /^unproven: smoke did not run on linux\/arm64/);
});

test("policy, option and having nothing to probe let an image pass without smoke", () => {
	const policy = (smoke: "advisory" | "off") => ({ ...api, policy: { ...api.policy, smoke } });
	const { health: _, ...base } = { ...api, ports: [] };
	const kinds = [
		smokeGate({ plan, service: policy("advisory"), images, smoked: [smoked(arm, "unhealthy")] }, {}),
		smokeGate({ plan, service: policy("off"), images, smoked: [] }, {}),
		smokeGate({ plan, service: api, images, smoked: [] }, { requireSmoke: false }),
		smokeGate({ plan, service: base, images, smoked: [] }, {}),
		smokeGate({ plan, service: { ...base, run: "never" }, images, smoked: [] }, {}),
		smokeGate({ plan, service: { ...base, ports: api.ports }, images, smoked: [] }, {}),
		smokeGate({ plan, service: { ...base, run: "job" }, images, smoked: [] }, {}),
		smokeGate({ plan, service: { ...base, command: ["work"] }, images, smoked: [] }, {}),
	].map(({ kind }) => kind);
	assert.deepEqual(kinds, ["open", "open", "open", "open", "open", "unproven", "unproven", "unproven"]);
});

test("a failed check is reported with actual and expected values, unless the policy only advises", () => {
	const checks = [
		{ id: "user", name: "user", ok: false, expected: "65532:65532", actual: "root" },
		{ id: "user", name: "os", ok: true, expected: "linux", actual: "linux" },
	];
	assert.equal(
		verificationFailure(api, [{ ...arm, checks }]),
		"verification failed: linux/arm64: user: expected 65532:65532, found root",
	);
	assert.equal(
		verificationFailure({ ...api, policy: { ...api.policy, verify: "advisory" } }, [{ ...arm, checks }]),
		undefined,
	);
});

test("changes that no commit has, and no git at all, hold floating tags", () => {
	const source: Source = {
		revision: "abc",
		committedAt: "2025-10-24T15:51:32Z",
		dirty: false,
		event: { kind: "manual" },
	};
	assert.equal(sourceHoldReason(source, {}), undefined);
	assert.match(sourceHoldReason({ ...source, dirty: true }, {}) ?? "", /uncommitted changes/);
	assert.match(sourceHoldReason({ ...source, revision: "manual-build" }, {}) ?? "", /without git/);
	assert.equal(sourceHoldReason({ ...source, dirty: true }, { allowDirty: true }), undefined);
});

test("an image that is missing on one platform stops the service, and says how it came", () => {
	const both = { ...api, platforms: ["linux/arm64", "linux/amd64"] };
	const reason = (rows: readonly BuiltImage[]) => {
		const complete = gatherPlatforms(both, [], rows);
		return complete.kind === "complete" ? "complete" : `${complete.kind}: ${complete.reason}`;
	};
	assert.equal(reason([arm, amd]), "complete");
	const { digest: _, ...without } = amd;
	assert.equal(reason([arm]), "skipped: linux/amd64: not built");
	assert.equal(reason([arm, without]), "failed: linux/amd64: build built: it has no digest");
	assert.equal(
		reason([arm, { ...without, outcome: "failed", error: { message: "exit code 1" } }]),
		"failed: linux/amd64: build failed: exit code 1",
	);
	assert.equal(reason([arm, { ...without, outcome: "cancelled" }]), "skipped: linux/amd64: build cancelled");
});
