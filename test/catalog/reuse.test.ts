import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { loadCatalog } from "../../src/model/catalog/load.ts";
import { unknownPaths } from "../../src/model/catalog/resolve-context.ts";
import { UserError } from "../../src/util/errors.ts";

const pair = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
const publicKey = (type: "spki" | "pkcs1" = "spki") =>
	String(pair().publicKey.export({ type: type as "spki", format: "pem" }));
const privateKey = () => String(pair().privateKey.export({ type: "pkcs8", format: "pem" }));

const load = (reuse: unknown) =>
	loadCatalog({
		file: "lucid.yml",
		text: `version: 1\nproject: shop\nreuse: ${JSON.stringify(reuse)}\nservices: {}\n`,
		root: "/repo",
		paths: unknownPaths,
	}).reuse;

const problemsOf = (reuse: unknown) => {
	try {
		load(reuse);
	} catch (error) {
		assert.ok(error instanceof UserError, String(error));
		return error.problems;
	}
	assert.fail("it was accepted");
};

test("reuse has a source and one key, or a list", () => {
	const [one, two] = [publicKey(), publicKey()];
	assert.deepEqual(load({ from: "protected" }), { from: "protected", keys: [] });
	assert.deepEqual(load({ key: one }), { keys: [one] });
	assert.deepEqual(load({ from: "same-repository", key: [one, two] }), { from: "same-repository", keys: [one, two] });
});

test("a key is the same with Windows' line ends, spaces at the end, and without a last line end", () => {
	const key = publicKey();
	assert.deepEqual(load({ key: key.replaceAll("\n", "  \r\n") }), { keys: [key] });
	assert.deepEqual(load({ key: key.trimEnd() }), { keys: [key] });
});

test("a private key is refused at its place, and no message shows it", () => {
	for (const label of ["PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED SIGSTORE PRIVATE KEY", "OPENSSH PRIVATE KEY"]) {
		const key = privateKey().replaceAll("PRIVATE KEY", label);
		const [problem, ...others] = problemsOf({ key });
		assert.deepEqual(others, []);
		assert.deepEqual([problem?.code, problem?.at?.line, problem?.at?.column], ["catalog/public-key", 3, 15]);
		assert.match(problem?.message ?? "", /private key/);
		const body = key.split("\n")[1] ?? "";
		assert.ok(body.length > 20 && !JSON.stringify(problem).includes(body.slice(0, 20)), JSON.stringify(problem));
	}
});

test("a list is refused for its private key alone", () => {
	const problems = problemsOf({ key: [publicKey(), privateKey()] });
	assert.deepEqual(
		problems.map(({ code }) => code),
		["catalog/public-key"],
	);
	assert.match(problems[0]?.message ?? "", /private key/);
});

test("what is not one public key as PEM text is refused, and not repeated", () => {
	const key = publicKey();
	const certificate = key.replaceAll("PUBLIC KEY", "CERTIFICATE");
	const damaged = key.replace(/\n[A-Za-z0-9+/]{40}/, `\n${"A".repeat(40)}`);
	for (const text of [
		"cosign.pub",
		"",
		certificate,
		damaged,
		key.replaceAll("\n", ""),
		`${key}${key}`,
		key.slice(0, 90),
	]) {
		const [problem] = problemsOf({ key: text });
		assert.equal(problem?.code, "catalog/public-key", text);
		assert.ok(text.length < 20 || !JSON.stringify(problem).includes(text.slice(30, 60)), JSON.stringify(problem));
	}
});

test("a key in another format that OpenSSL reads, or with text around it, is refused; several keys belong in a list", () => {
	const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ type: "pkcs1", format: "pem" });
	for (const text of [String(rsa), `the key:\n${publicKey()}`])
		assert.equal(problemsOf({ key: text })[0]?.code, "catalog/public-key");
	assert.equal(problemsOf({ key: publicKey() + publicKey() })[0]?.fix, "write them as a list, one key per item");
});

test("an unknown source is refused with all that exist", () => {
	assert.match(JSON.stringify(problemsOf({ from: "main" })), /any, same-repository, protected or none/);
	assert.match(JSON.stringify(problemsOf({ form: "any" })), /did you mean \\"from\\"/);
});
