// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how pip writes variables
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRequirements } from "../../src/model/requirements/requirements-file.ts";

const read = (text: string) => parseRequirements(text, "requirements.txt");
const short = (text: string) =>
	read(text).requirements.map(({ key, extras, versions, marker }) => [key, extras.join(), versions, marker]);

test("a requirement is parsed with its extras, versions and marker", () => {
	assert.deepEqual(
		short('uvicorn[standard, watch]>=0.20, <1 ; python_version < "3.12"\nPyYAML\nzope.interface ==5.*'),
		[
			["uvicorn", "standard,watch", ">=0.20,<1", 'python_version < "3.12"'],
			["pyyaml", "", undefined, undefined],
			["zope-interface", "", "==5.*", undefined],
		],
	);
	assert.deepEqual(short("a (>=1,<2)\nb===1.0+local\nc~=1.4.2"), [
		["a", "", ">=1,<2", undefined],
		["b", "", "===1.0+local", undefined],
		["c", "", "~=1.4.2", undefined],
	]);
	assert.equal(
		read("a @ https://example.com/a.whl ; os_name == 'posix'").requirements[0]?.url,
		"https://example.com/a.whl",
	);
});

test("comments, blank lines, line ends and continuations work like in pip, and locations are those of the file", () => {
	const text = "\uFEFF# head\r\n\r\n  a==1 # why\r\nb \\\r\n  ==2 \\\n  --hash=sha256:00\nc#not-a-comment==1\n";
	const { requirements, problems } = read(text);
	assert.deepEqual(
		requirements.map(({ key, at, versionsAt, hashed }) => [
			key,
			at.line,
			at.column,
			versionsAt.line,
			versionsAt.column,
			hashed,
		]),
		[
			["a", 3, 3, 3, 4, false],
			["b", 4, 1, 5, 3, true],
		],
	);
	assert.deepEqual(
		problems.map(({ at }) => at?.line),
		[7],
	);
});

test("what pip rejects is reported at its line, with the reason", () => {
	const { problems, requirements } = read("a=1\nb 1.0\n==2\nc==1;\nd >= 1 2\nfine==1\n");
	assert.deepEqual(
		problems.map(({ at }) => at?.line),
		[1, 2, 3, 4, 5],
	);
	assert.match(problems[0]?.message ?? "", /invalid version "=1", write ==1/);
	assert.match(problems[1]?.message ?? "", /invalid version "1.0", start with an operator such as ==/);
	assert.deepEqual(
		requirements.map(({ key }) => key),
		["fine"],
	);
});

test("options about includes and package sources are parsed", () => {
	const { includes, choice, requirements, problems } = read(
		[
			"-r base.txt",
			"--requirement=more/x.txt",
			"-cconstraints.txt",
			"--index-url https://user:pass@example.com/simple # secret",
			"--extra-index-url=https://two.example.com",
			"--find-links ./wheels",
			"--no-binary lxml,:none:",
			"--pre",
			"-e ./lib",
			"./local",
			"git+https://example.com/x.git@main#egg=x",
			"https://example.com/y-1.0.tar.gz",
			"wheels/z-1.0-py3-none-any.whl",
			"../up[extra]",
		].join("\n"),
	);
	assert.deepEqual(
		includes.map(({ kind, path, at }) => [kind, path, at.line]),
		[
			["requirements", "base.txt", 1],
			["requirements", "more/x.txt", 2],
			["constraints", "constraints.txt", 3],
		],
	);
	assert.equal(choice.index, "https://user:pass@example.com/simple");
	assert.deepEqual(choice.extra, ["https://two.example.com"]);
	assert.deepEqual([choice.links, choice.pre, choice.none], [true, true, false]);
	assert.deepEqual(choice.noBinary, ["lxml", ":none:"]);
	assert.deepEqual([requirements, problems], [[], []]);
});

test("a hostile file costs no more than an ordinary file of its length", () => {
	const hostile = `${"a".repeat(200_000)}!\n${" ".repeat(200_000)}#\n${"-".repeat(100_000)}\n${"a[".repeat(50_000)}\n${"a;".repeat(50_000)}`;
	const line = "requests==2.32.3 # comment\n";
	const ordinary = line.repeat(hostile.length / line.length);
	// CPU time does not depend on other processes. The hostile file takes a fifth; in quadratic time, 20 times as much.
	const cost = (text: string) => {
		const before = process.cpuUsage();
		read(text);
		const { user, system } = process.cpuUsage(before);
		return user + system;
	};
	const limit = 3 * cost(ordinary);
	assert.ok(cost(hostile) < limit);
});

test("a UTF-16 file from PowerShell is parsed", () => {
	const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("flask==3.0.0\r\nhttpx==0.28.1\r\n", "utf16le")]);
	assert.deepEqual(
		short(utf16.toString("utf8")).map(([key, , versions]) => `${key}${versions}`),
		["flask==3.0.0", "httpx==0.28.1"],
	);
	assert.deepEqual(read(utf16.toString("utf8")).problems, []);
});
