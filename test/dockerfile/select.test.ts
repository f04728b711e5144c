import assert from "node:assert/strict";
import { test } from "node:test";
import {
	parseDockerfile,
	parseIgnoreFile,
	selectFiles,
	subtree,
	type TreeEntry,
	type TreeSource,
	toTree,
	traceInputs,
} from "../../src/model/dockerfile/dockerfile.ts";

const entry = (path: string, target?: string): TreeEntry =>
	target === undefined
		? { path, kind: "file", executable: false }
		: { path, kind: "symlink", executable: false, target };

const repository: readonly TreeEntry[] = [
	entry(".env"),
	entry("infrastructure/service-mesh/controller/main.py"),
	entry("infrastructure/service-mesh/requirements.txt"),
	entry("packages/a/package.json"),
	entry("packages/a/src/index.js"),
	entry("packages/b/package.json"),
	entry("shared/util.py"),
];

function select(instructions: string, { tree = repository, ignore }: { tree?: TreeSource; ignore?: string } = {}) {
	const trace = traceInputs(parseDockerfile(`FROM scratch\n${instructions}\n`, "svc/Dockerfile"), {
		platform: "linux/arm64",
		args: {},
	});
	return selectFiles(trace, tree, ignore === undefined ? undefined : parseIgnoreFile(ignore, ".dockerignore"));
}
const paths = (...args: Parameters<typeof select>) =>
	select(...args).inputs.map(({ entries }) => entries.filter(({ kind }) => kind !== "dir").map(({ path }) => path));

test("--parents accepts a pattern below its pivot", () => {
	assert.deepEqual(paths("COPY --parents packages/*/package.json /x/"), [
		["packages/a/package.json", "packages/b/package.json"],
	]);
	assert.deepEqual(paths("COPY --parents ./packages/./**/*.js /x/"), [["packages/a/src/index.js"]]);
	assert.deepEqual(paths("COPY --parents --exclude=packages/a packages /x/"), [["packages/b/package.json"]]);
	assert.deepEqual(
		select("COPY --parents gone/x /y/").problems.map(({ code }) => code),
		["dockerfile/missing-source"],
	);
});

test("a missing source is located, and the most similar path is suggested", () => {
	const { problems } = select(
		"COPY controller/ /x/\nCOPY requirements.txt .\nCOPY shared/utli.py .\nCOPY nothing-like-it .",
	);
	assert.deepEqual(
		problems.map(({ at, message, fix }) => [at?.file, at?.line, message, fix]),
		[
			[
				"svc/Dockerfile",
				2,
				"controller/ does not exist in the build context",
				"did you mean infrastructure/service-mesh/controller?",
			],
			[
				"svc/Dockerfile",
				3,
				"requirements.txt does not exist in the build context",
				"did you mean infrastructure/service-mesh/requirements.txt?",
			],
			["svc/Dockerfile", 4, "shared/utli.py does not exist in the build context", "did you mean shared/util.py?"],
			["svc/Dockerfile", 5, "nothing-like-it does not exist in the build context", undefined],
		],
	);
});

test("an ignored source names the line of the ignore file", () => {
	const [problem] = select("COPY shared/util.py .", { ignore: "# x\n**/*.py\n" }).problems;
	assert.equal(problem?.code, "dockerfile/ignored-source");
	assert.match(problem?.message ?? "", /excluded from the build context by \.dockerignore:2 \(\*\*\/\*\.py\)/);
});

test("links: text and target count; links out of the context, loops and special files are refused", () => {
	const tree = [
		...repository,
		entry("link", "shared"),
		entry("out", "../../etc"),
		entry("l1", "l2"),
		entry("l2", "l1"),
	];
	assert.deepEqual(paths("COPY link/util.py .", { tree }), [["link", "shared/util.py"]]);
	assert.deepEqual(
		select("COPY out .\nCOPY l1 .", { tree }).problems.map(({ code }) => code),
		["dockerfile/link-outside", "dockerfile/link-loop"],
	);
	const pipe: TreeEntry = { path: "shared/pipe", kind: "other", executable: false };
	assert.deepEqual(
		select("COPY shared .", { tree: [...repository, pipe] }).problems.map(({ code }) => code),
		["dockerfile/special-file"],
	);
});

test("a context can be a folder of a larger tree; its entries keep their paths", () => {
	const tree = subtree(repository, "packages");
	assert.ok(tree);
	assert.deepEqual(paths("COPY a /x/\nCOPY */package.json /y/", { tree, ignore: "a/src" }), [
		["packages/a/package.json"],
		["packages/a/package.json", "packages/b/package.json"],
	]);
	assert.equal(subtree(repository, "packages/c"), undefined);
	assert.equal(subtree(repository, "."), toTree(repository));
});

test("services that copy the same folder share one array", () => {
	const ignore = parseIgnoreFile("*.md", ".dockerignore");
	const trace = traceInputs(parseDockerfile("FROM scratch\nCOPY shared /x\n", "Dockerfile"), {
		platform: "linux/arm64",
		args: {},
	});
	const lists = [1, 2].map(() => selectFiles(trace, repository, ignore).inputs[0]?.entries);
	assert.equal(lists[0], lists[1]);
});

test("an empty folder, and one whose files are all ignored, are selected", () => {
	const tree: readonly TreeEntry[] = [
		...repository,
		{ path: "shared/empty", kind: "dir", executable: false },
		entry("shared/x/a.log"),
	];
	const [input] = select("COPY shared /s/", { tree, ignore: "**/*.log" }).inputs;
	assert.deepEqual(
		input?.entries.map(({ path }) => path),
		["shared/empty", "shared/util.py", "shared/x"],
	);
});
