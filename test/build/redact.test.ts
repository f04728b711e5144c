import assert from "node:assert/strict";
import { test } from "node:test";
import { redactor } from "../../src/util/redact.ts";

test("secrets are redacted whole and line by line, the longest first", () => {
	const strike = redactor(["hunter2hunter2", "hunter2", "-----BEGIN-----\nabcdef\n", "ab"]);
	assert.equal(strike("hunter2hunter2 and hunter2, abcdef, ab"), "*** and ***, ***, ab");
});

test("terminal escapes are removed first, because a secret could hide in them", () => {
	const strike = redactor(["hunter2"]);
	assert.equal(strike("\x1b[31mred\x1b[0m \x1b]0;title\x07\u202eabc\x00\tü\n"), "red abc\tü\n");
	assert.equal(strike("hun\x1b[0mter2"), "***");
	assert.equal(strike("hun\x9b0mter2 \x85"), "*** ");
	assert.equal(redactor([])("\x1b[31mred"), "red");
});

const secret = "s3cr3t/\"<&>'é+ w\\ord~?";
const strike = redactor([secret]);
const base64 = (text: string) => Buffer.from(text).toString("base64");

test("base64 is found at each offset in a longer text, in both alphabets, with and without padding", () => {
	for (const before of ["", "u", "us", "user:", "sixteen letters:"])
		for (const after of ["", "a", "ab", " and more"]) {
			const form = base64(before + secret + after);
			for (const text of [form, form.replace(/=+$/, ""), form.replaceAll("+", "-").replaceAll("/", "_")]) {
				const shown = strike(`authorization: Basic ${text}, then more`);
				assert.match(shown, /^authorization: Basic [\w+/-]*\*\*\*[\w+/-]*=*, then more$/);
				// What is left of it encodes only what precedes the secret.
				const left = /Basic (.*?)\*\*\*/.exec(shown)?.[1]?.length ?? 0;
				assert.ok(left <= Math.floor((before.length * 8) / 6), `${before}: ${shown}`);
			}
		}
});

test("a wrapped form leaves no line that can be decoded, for every place where the secret begins", () => {
	const key = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	const strikeKey = redactor([key]);
	for (const columns of [64, 76])
		for (let before = 0; before < 60; before++) {
			const form = base64(`${"-".repeat(before)}${key}${"-".repeat(30)}`);
			const lines = form.match(new RegExp(`.{1,${columns}}`, "g")) ?? [];
			const shown = lines.map(strikeKey);
			for (const [i, line] of shown.entries()) {
				const left = line.split("***").map((part) => Buffer.from(part, "base64").toString("latin1"));
				for (let at = 0; at + 4 <= key.length; at++)
					assert.ok(
						!left.some((part) => part.includes(key.slice(at, at + 4))),
						`${columns} columns, ${before} before: line ${i} is ${line}`,
					);
			}
		}
});

test("hex is found in both cases, in longer texts and in dumps", () => {
	const hex = Buffer.from(`user:${secret}.`).toString("hex");
	const own = Buffer.from(secret).toString("hex");
	const spaced = (size: number, separator: string) =>
		(hex.match(new RegExp(`.{1,${size}}`, "g")) ?? []).join(separator);
	for (const text of [hex, hex.toUpperCase(), spaced(2, " "), spaced(4, " "), spaced(2, ":").toUpperCase()]) {
		const shown = strike(`dump ${text} end`);
		assert.match(shown, /^dump .*\*\*\*.* end$/);
		const left = shown.replaceAll(/[ :]|dump|end/g, "").toLowerCase();
		for (const part of left.split("***")) assert.ok(part.length < 14 && !part.includes(own.slice(0, 8)), shown);
	}
	const dump = `00000000: ${(hex.slice(0, 32).match(/.{4}/g) ?? []).join(" ")}  user:s3cr3t/"<&>`;
	assert.match(strike(dump), /^00000000: .*\*\*\*/);
});

test("escapes of URLs, JSON, HTML and string literals are found, in both cases and for every character", () => {
	const escaped = (format: (byte: number) => string) => [...Buffer.from(secret)].map(format).join("");
	const hex = (byte: number) => byte.toString(16).padStart(2, "0");
	const forms = [
		encodeURIComponent(secret),
		encodeURIComponent(secret).replaceAll(/%../g, (escaped) => escaped.toLowerCase()),
		encodeURI(secret),
		new URLSearchParams({ value: secret }).toString().slice("value=".length),
		escaped((byte) => `%${hex(byte)}`),
		JSON.stringify(secret),
		JSON.stringify(JSON.stringify(secret)),
		JSON.stringify(secret).replaceAll("/", "\\/").replaceAll("<", "\\u003c").replaceAll("é", "\\u00E9"),
		[...secret].map((one) => `\\u${hex(one.charCodeAt(0)).padStart(4, "0")}`).join(""),
		escaped((byte) => `\\x${hex(byte)}`),
		secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
		secret.replaceAll("&", "&#38;").replaceAll("<", "&#x3C;").replaceAll("'", "&#039;").replaceAll("é", "&#xe9;"),
		encodeURIComponent(base64(secret)),
	];
	for (const form of forms) {
		const shown = strike(`https://u:${form}@example.com/?a=b%20c`);
		assert.match(shown, /^https:\/\/u:[\\"]*\*\*\*.{0,3}@example\.com\/\?a=b%20c$/, form);
	}
});

test("each line of a secret with several lines is found in each form, and the whole one in JSON", () => {
	const key = "-----BEGIN KEY-----\nc2VjcmV0bGluZW9uZQ\nx\nsecond-line-of-it\n-----END KEY-----\n";
	const strikeKey = redactor([key]);
	for (const line of ["c2VjcmV0bGluZW9uZQ", "second-line-of-it"])
		for (const form of [line, base64(line), base64(`12${line}`), Buffer.from(line).toString("hex"), `"${line}"`])
			assert.ok(!strikeKey(`> ${form} <`).includes(form.slice(3, -3)), form);
	assert.equal(strikeKey(JSON.stringify({ key })), '{"key":"***\\n"}');
});

test("texts below four characters and encoded forms of short values are shown, since they would match by chance", () => {
	const strikeShort = redactor(["abc", "a\nb\n", "1234", "test"]);
	const log = `abc ${base64("test")} ${Buffer.from("1234").toString("hex")} dGVzd 31323334 %61bc t%65sting`;
	assert.equal(strikeShort(log), log.replace("t%65st", "***"));
	assert.equal(strikeShort("1234"), "***");
	for (const line of [base64("test"), base64("1234")]) assert.equal(strikeShort(line), line);
});

test("other output is not touched: digests, base64 of something else, paths, escapes", () => {
	const log = [
		"#12 sha256:28a898719c18a33f4e8000685287fa36fd0dd9560c6440227d3a732d79bb41d8 1.2MB / 3.4MB",
		'GET /v2/a%20b/?x=1&amp;y=2+3 200 OK {"a":"b\\n\\u00e9"}',
		base64("something else that is long enough to be wrapped at seventy-six columns, twice"),
		"/usr/lib/python3.11/site-packages/pip/_internal/cli/base_command.py:180 100%|######| 3/3 [00:01<00:00]",
		"ab cd ef 01 23 45 67 89 de:ad:be:ef",
	];
	for (const line of log) assert.equal(strike(line), line);
});

test("ten times the log takes about ten times the work, for secrets of many lines and a log full of near misses", () => {
	const key = (seed: number) =>
		Array.from({ length: 50 }, (_, i) =>
			Buffer.from(`${seed} line ${i} of a private key of this job`).toString("base64"),
		);
	const many = redactor(Array.from({ length: 20 }, (_, i) => key(i).join("\n")));
	const nearly = key(3)[7]?.slice(0, 7) ?? "";
	const line = `${nearly} ${nearly.repeat(4)} &amp; a%20b \\n ordinary text of a build step, ${"x".repeat(20)}`;
	const long = line.repeat(10);
	const longer = line.repeat(100);
	const cost = (text: string) => {
		const start = process.cpuUsage();
		for (let i = 0; i < 40; i++) many(text);
		const { user, system } = process.cpuUsage(start);
		return user + system;
	};
	cost(long);
	assert.ok(cost(longer) < cost(long) * 40 + 20_000, "its own work, in µs, with a wide margin");
});
