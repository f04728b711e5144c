import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { validateXML } from "xmllint-wasm";
import type { SmokedService, SmokeResult } from "../../src/model/documents/smoke.ts";
import { junitXml } from "../../src/presentation/text/junit-xml.ts";

const digest = `sha256:${"a".repeat(64)}`;
const row = (service: string, more: Partial<SmokedService>): SmokedService => ({
	...{ service, platform: "linux/arm64", ref: `docker.io/pickme/lucid-${service}@${digest}`, digest },
	...{ verdict: "healthy", probes: [{ kind: "http", target: "GET /", port: 8080, ok: true, attempts: 2 }], ...more },
});

const hostile = [
	"]]></failure></testcase><testcase name='forged'/>",
	"\x00\x01\x1b[31m\x1b]0;title\x07 \x7f\u0085\ud800 \udfff\ufffe\uffff",
	"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;&#0;&amp;",
	"::set-output name=x::y \u202e\u2028 \u{1f433} \"quoted\" 'too'\t\r\n",
];

const result: SmokeResult = {
	...{ kind: "lucid.smoke", version: 1, revision: hostile.join(""), durationMs: 1_234_567 },
	network: { name: "lucid-pi-network", subnet: "172.20.0.0/16" },
	services: [
		row("api-gateway", { readyMs: 1234 }),
		row("told", { reason: hostile.join("\n") }),
		row("base", { verdict: "skipped", reason: hostile[0] ?? "" }),
		row("gone", { verdict: "unknown", reason: hostile[1] ?? "" }),
		row("ill", {
			verdict: "unhealthy",
			failure: {
				...{ phase: "ready", guess: hostile.join(" "), exitCode: 1, exitMeaning: "error", log: hostile },
				...{ healthLog: [{ exitCode: 1, output: hostile[2] ?? "" }], inspect: { Command: hostile[0] ?? "" } },
			},
		}),
		row("other", { platform: "linux/amd64" }),
	],
};

const schemas = join(dirname(createRequire(import.meta.url).resolve("junit-processor/package.json")), "schemas");

for (const schema of ["jenkins-junit.xsd", "surefire-test-report.xsd"])
	test(`the XML is valid by ${schema}, with hostile logs in it`, async () => {
		const suites = /<testsuite .*<\/testsuite>/gs.exec(junitXml(result))?.[0] ?? "";
		// Surefire writes one file per suite.
		const contents = schema.startsWith("jenkins")
			? junitXml(result)
			: suites.slice(0, suites.indexOf("</testsuite>") + "</testsuite>".length);
		const { valid, errors } = await validateXML({
			xml: [{ fileName: "smoke.junit.xml", contents }],
			schema: [{ fileName: schema, contents: await readFile(join(schemas, schema), "utf8") }],
		});
		assert.ok(valid, errors.map(({ rawMessage }) => rawMessage).join("\n"));
	});

test("a healthy service's warnings are in its output", () => {
	const services = [row("deaf", { warnings: ["ignores SIGTERM"], reason: "odd" })];
	assert.match(junitXml({ ...result, services }), /<system-out>warning: ignores SIGTERM\nodd<\/system-out>/);
});

test("invalid XML is detected", async () => {
	const contents = await readFile(join(schemas, "jenkins-junit.xsd"), "utf8");
	const xml = junitXml(result).replace('<testcase name="lucid-api-gateway:8080"', "<testcase");
	const { valid } = await validateXML({
		xml: [{ fileName: "a.xml", contents: xml }],
		schema: [{ fileName: "b.xsd", contents }],
	});
	assert.equal(valid, false);
});

test("a service is a test case, an unhealthy one a failure, and no answer an error", () => {
	const xml = junitXml(result);
	assert.match(xml, /^<testsuites name="lucid smoke" time="1234\.567" tests="6" failures="1" errors="1">$/m);
	assert.match(
		xml,
		/^<testsuite name="smoke linux\/arm64" tests="5" failures="1" errors="1" skipped="1" time="1\.234">$/m,
	);
	assert.match(
		xml,
		/^<testcase name="lucid-api-gateway:8080" classname="smoke\.linux\/arm64\.api-gateway" time="1\.234"\/>$/m,
	);
	assert.equal(xml.match(/<testcase /g)?.length, 6);
	for (const [what, element] of [
		["ill", "failure"],
		["gone", "error"],
		["base", "skipped"],
	])
		assert.match(xml, new RegExp(`^<testcase name="lucid-${what}:8080"[^>]*><${element}\\b`, "m"));
});
