import assert from "node:assert/strict";
import { test } from "node:test";
import { attestationSubjects, formatChecksums } from "../../src/model/documents/attestation-subjects.ts";
import type { BuiltImage } from "../../src/model/documents/build.ts";
import type { PublishedService } from "../../src/model/documents/publish.ts";

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;

test("the subjects of a build are its built images by repository and digest, in the format of sha256sum", () => {
	const image = (service: string, own: Partial<BuiltImage>): BuiltImage => ({
		service,
		platform: "linux/arm64",
		fingerprint: "",
		outcome: "built",
		contentRef: `ghcr.io:443/acme/${service}:content-1`,
		checks: [],
		...own,
	});
	const images = [
		image("api", { digest: digest("1") }),
		image("old", { digest: digest("2"), outcome: "unchanged" }),
		image("bad", { outcome: "failed" }),
	];
	const subjects = attestationSubjects({ kind: "lucid.build", images });
	assert.deepEqual(subjects, [{ name: "ghcr.io:443/acme/api", digest: digest("1") }]);
	assert.equal(formatChecksums(subjects), `${"1".repeat(64)}  ghcr.io:443/acme/api\n`);
});

test("the subjects of a publication are its indexes", () => {
	const service = (name: string, own: Partial<PublishedService>): PublishedService => ({
		service: name,
		image: `ghcr.io/acme/${name}`,
		outcome: "published",
		platforms: [],
		tags: [],
		...own,
	});
	const services = [
		service("api", { digest: digest("1") }),
		service("old", { digest: digest("2"), outcome: "superseded" }),
	];
	assert.deepEqual(attestationSubjects({ kind: "lucid.publish", services }), [
		{ name: "ghcr.io/acme/api", digest: digest("1") },
	]);
});
