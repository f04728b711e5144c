import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import { parse } from "tldts";
import { allRules } from "../../script/generate/public-suffixes.ts";
import { isPublicSuffix } from "../../src/adapters/registry/public-suffix.ts";

test("every rule of the public suffix list is a public suffix here", async () => {
	const rules = await allRules();
	assert.ok(rules.length > 9000);
	for (const rule of rules) {
		const suffix = rule.replace(/^\*\./, "some-name.");
		assert.ok(isPublicSuffix(suffix), suffix);
	}
});

test("few other names count as public suffixes by mistake, and none of the usual registries' domains", () => {
	for (const domain of [
		...["docker.io", "gitlab.com", "ghcr.io", "quay.io", "github.com", "example.com", "example.org", "pkg.dev"],
		...["digitalocean.com", "example.co.uk", "aliyuncs.com", "icr.io", "scaleway.com", "redhat.io", "azurecr.io"],
	])
		assert.equal(isPublicSuffix(domain), parse(domain, { allowPrivateDomains: true }).publicSuffix === domain, domain);
	const names = Array.from({ length: 5000 }, (_, i) => `acme-${hash("sha256", `${i}`).slice(0, 8)}.com`);
	const wrong = names.filter(isPublicSuffix).length;
	assert.ok(wrong < 50, `${wrong} of 5000`);
});
