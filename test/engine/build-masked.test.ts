import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { exec } from "../../src/adapters/process/exec.ts";
import { host, python } from "../build/engine-build.ts";
import { makeRepo } from "../support/repo.ts";

const root = path.join(import.meta.dirname, "../..");
const dist = (name: string) => path.join(root, "dist", name);

/** Prints each form of each line of the secret and of the whole, as programs do, each as a line `form NAME=...`. */
const printer = `
import base64, html, json, urllib.parse
whole = open("/run/secrets/token").read()
def show(name, text):
    for line in text.splitlines() or [""]:
        print("form " + name + "=" + line, flush=True)
def wrapped(name, text):
    print("form " + name, flush=True)
    print(text, flush=True)
for n, part in enumerate([whole] + whole.split("\\n")):
    b = part.encode()
    name = str(n)
    for before in ["", "u", "us", "user:"]:
        text = base64.b64encode(before.encode() + b).decode()
        show(name + "base64", text)
        show(name + "unpadded", text.rstrip("="))
        show(name + "urlsafe", base64.urlsafe_b64encode(before.encode() + b).decode())
        wrapped(name + "mime", base64.encodebytes(b"x" * 50 + before.encode() + b + b"y" * 50).decode())
    show(name + "hex", b.hex())
    show(name + "HEX", b.hex().upper())
    show(name + "dump", b.hex(" "))
    show(name + "url", urllib.parse.quote(part, safe=""))
    show(name + "urllower", urllib.parse.quote(part, safe="").replace("%2F", "%2f").replace("%3C", "%3c"))
    show(name + "form", urllib.parse.quote_plus(part))
    show(name + "json", json.dumps({"token": part}))
    show(name + "json2", json.dumps(json.dumps({"token": part})))
    show(name + "html", html.escape(part))
    show(name + "plain", part)
print("other output: sha256:28a898719c18a33f4e8000685287fa36fd0dd9560c6440227d3a732d79bb41d8, b3RoZXIgb3V0cHV0IGlzIGhlcmU=, a%20b", flush=True)
raise SystemExit("it ends with " + base64.b64encode(("user:" + whole).encode()).decode())
`;

test("a failing build that prints its secret in every form, a container and cosign show none of them, in no file and no line", async () => {
	await using folder = await temporary();
	const password = `cosign-${randomBytes(15).toString("base64url")}`;
	/** Only the action gets it, as an input. */
	const token = `ghs-${randomBytes(15).toString("base64url")}`;
	const basic = Buffer.from(`user:${password}`).toString("base64");
	await using repo = await makeRepo({
		"lucid.yml": `version: 1
project: masked
services:
  failing: { context: failing, secrets: [{ id: token, env: LUCID_TEST_TOKEN }], policy: { smoke: "off" } }
  talking: { context: talking, platforms: [linux/${process.arch === "x64" ? "amd64" : process.arch}] }
`,
		"failing/Dockerfile": `FROM --platform=$BUILDPLATFORM ${python} AS builder\nCOPY print.py /\nRUN --mount=type=secret,id=token python /print.py\nFROM scratch\nCOPY --from=builder /etc/hostname /\nUSER 65532:65532\n`,
		"failing/print.py": printer,
		"talking/Dockerfile": `FROM scratch\nCOPY --chmod=755 busybox /bin/\nCOPY log.txt /\nUSER 65532:65532\nCMD ["/bin/busybox", "cat", "/log.txt"]\n`,
		"talking/log.txt": `password ${password}\nbasic ${basic}\ntoken ${token}\n`,
		// As if it could not read a key.
		"bin/cosign": `#!/bin/sh\necho "Error: cannot decrypt with ${password}, ${basic}" >&2\n[ "$1" = version ]\n`,
	});
	await repo.chmod("bin/cosign", 0o755);
	const busybox = await exec([path.join(root, "script/busybox")]);
	await copyFile(busybox.stdout.trim(), path.join(repo.root, "talking/busybox"));
	await repo.commit();
	const lines = [`a<&>"'/ +${randomBytes(9).toString("hex")}`, `second${randomBytes(24).toString("hex")}`];
	const registry = `${host}/lucid-test/masked-${randomBytes(5).toString("hex")}`;
	const file = (name: string) => path.join(folder.path, name);
	const env = { LUCID_TEST_TOKEN: lines.join("\n"), RUNNER_TEMP: folder.path, COSIGN_PASSWORD: password };
	const command = await exec(
		[process.execPath, dist("lucid.js"), "run", `--registry=${registry}`, `--out=${file("out")}`, "--progress=plain"],
		{ cwd: repo.root, env },
	);
	assert.equal(command.exitCode, 1, command.stderr);
	const signing = ["--sign=key", "--sign-key=cosign.key", `--out=${file("out-sign")}`];
	const sign = await exec(
		[process.execPath, dist("lucid.js"), "sign", "talking", `--registry=${registry}`, ...signing],
		{ cwd: repo.root, env: { ...env, PATH: `${repo.root}/bin:${process.env.PATH}` } },
	);
	assert.match(sign.stderr, /cannot read the signing key[\s\S]*Error: cannot decrypt with \*\*\*, \w*\*\*\*/);
	const action = await exec([process.execPath, dist("run.js")], {
		cwd: repo.root,
		env: {
			...env,
			GITHUB_OUTPUT: file("github-output"),
			GITHUB_STEP_SUMMARY: file("github-summary"),
			INPUT_REGISTRY: registry,
			"INPUT_GITHUB-TOKEN": token,
			INPUT_OUT: file("out-action"),
		},
	});
	const written = new Map(
		Object.entries({ command: command.stdout + command.stderr, action: action.stdout, sign: sign.stderr }),
	);
	for (const entry of await readdir(folder.path, { recursive: true, withFileTypes: true }))
		if (entry.isFile()) {
			const name = path.join(entry.parentPath, entry.name);
			written.set(path.relative(folder.path, name), await readFile(name, "utf8"));
		}
	for (const name of [
		"command",
		"action",
		"out/build.json",
		"out/smoke.json",
		"out/report.html",
		"out/logs/talking.log",
	])
		assert.match(written.get(name) ?? "", /\*\*\*/, `${name} shows what the step printed`);
	assert.ok(["out/summary.md", "github-summary"].some((name) => written.has(name)));
	const bytes = [...lines, password].map((line) => Buffer.from(line));
	const pieces = bytes.flatMap((line) => [
		line.toString(),
		line.subarray(-12).toString(),
		line.toString("hex").slice(0, 16),
		line.subarray(-10).toString("hex"),
		...[0, 1, 2].flatMap((before) => {
			const form = Buffer.concat([Buffer.alloc(before), line])
				.toString("base64")
				.replace(/=*$/, "");
			return [form.slice(4, 16), form.slice(-14, -2)];
		}),
	]);
	const shown = (text = "") => text.replaceAll(/^::add-mask::.*$/gm, "");
	for (const name of ["action", "out-action/smoke.json", "out-action/report.html", "out-action/logs/talking.log"]) {
		assert.match(written.get(name) ?? "", /token \*\*\*/, name);
		assert.ok(!shown(written.get(name)).includes(token), name);
	}
	for (const [name, text] of written)
		for (const piece of pieces)
			for (const form of [piece, piece.toUpperCase(), piece.replaceAll("+", "-").replaceAll("/", "_")]) {
				const at = text.indexOf(form);
				assert.ok(at < 0, `${name} has ${form}: ${text.slice(Math.max(0, at - 200), at + 100)}`);
			}
	for (const name of ["command", "action"])
		assert.match(
			written.get(name) ?? "",
			/other output: sha256:28a898719c18a33f4e8000685287fa36fd0dd9560c6440227d3a732d79bb41d8, b3RoZXIgb3V0cHV0IGlzIGhlcmU=, a%20b/,
		);
});

async function temporary() {
	const folder = await mkdtemp(path.join(tmpdir(), "lucid-masked-"));
	return { path: folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
