import assert from "node:assert/strict";
import { test } from "node:test";
import type { PublishedTag, PublishResult } from "../../src/model/documents/publish.ts";
import { publishedLines } from "../../src/presentation/text/published-lines.ts";
import { defined } from "../../src/util/defined.ts";

const tag = (name: string, state: PublishedTag["state"], previous?: string): PublishedTag => ({
	...{ tag: name, kind: "immutable", state },
	...defined({ previous }),
});

test("published images are listed by digest with their tags, under each name, and tags that stayed with another build", () => {
	const result: PublishResult = {
		kind: "lucid.publish",
		version: 1,
		revision: "r",
		durationMs: 1,
		services: [
			{
				...{
					service: "api",
					image: "ghcr.io/acme/api",
					outcome: "published",
					digest: "sha256:aa",
					platforms: [],
					signer: "a key",
				},
				tags: [tag("sha-1", "written"), tag("1.0", "kept", "sha256:bb"), tag("latest", "held")],
				copies: [
					{ image: "docker.io/acme/api", outcome: "published", tags: [tag("sha-1", "written")] },
					{ image: "quay.io/acme/api", outcome: "failed", tags: [] },
				],
			},
			{ service: "web", image: "ghcr.io/acme/web", outcome: "failed", platforms: [], tags: [] },
		],
	};
	assert.deepEqual(publishedLines(result), [
		"ghcr.io/acme/api@sha256:aa sha-1 (signed by a key)",
		"docker.io/acme/api@sha256:aa sha-1 (signed by a key)",
		"ghcr.io/acme/api:1.0 stays with sha256:bb",
	]);
	assert.deepEqual(publishedLines({ ...result, services: [] }), []);
});

test("a release has its own line, with relabelled platforms and omissions", () => {
	const released = (name: string): PublishedTag => ({ ...tag(name, "written"), release: true });
	const lines = (more: object) =>
		publishedLines({
			...{ kind: "lucid.publish", version: 1, revision: "r", durationMs: 1 },
			services: [
				{
					...{ service: "api", image: "acme/api", outcome: "published", digest: "sha256:aa", platforms: [] },
					tags: [released("1.2.0"), tag("sha-1", "present")],
					release: { version: "1.2.0", digest: "sha256:bb", ...more },
				},
			],
		});
	assert.deepEqual(lines({}), ["acme/api@sha256:aa sha-1", "acme/api@sha256:bb 1.2.0"]);
	const relabelled = [{ platform: "linux/arm64", from: "sha256:cc", digest: "sha256:dd" }];
	assert.deepEqual(lines({ relabelled, attestations: "left out" }), [
		"acme/api@sha256:aa sha-1",
		"acme/api@sha256:bb 1.2.0 (labelled 1.2.0: linux/arm64 from sha256:cc; attestations left out)",
	]);
});
