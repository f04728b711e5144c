import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDockerfile } from "../../src/model/dockerfile/dockerfile.ts";
import { UserError } from "../../src/util/errors.ts";

const parse = (text: string) => parseDockerfile(text, "Dockerfile");
const problemsOf = (text: string) => {
	try {
		parse(text);
	} catch (error) {
		assert.ok(error instanceof UserError);
		return error.problems.map(({ message, at }) => `${at?.line}: ${message}`);
	}
	return [];
};

test("instructions keep their lines, their text and the comments above them", () => {
	const { stages } = parse(
		"# first\n\nFROM scratch AS Base\n# why\n# lucid-ignore: x\nCOPY a \\\n  # within\n\n  b /x/\nRUN <<EOF\none\nEOF\n",
	);
	const [copy, run] = stages[0]?.instructions ?? [];
	assert.deepEqual(
		[copy?.line, copy?.endLine, copy?.args, copy?.comments],
		[6, 9, ["a", "b", "/x/"], ["why", "lucid-ignore: x"]],
	);
	assert.equal(copy?.raw, "COPY a \\\n  # within\n\n  b /x/");
	assert.deepEqual([run?.line, run?.endLine, run?.heredocs[0]?.content], [10, 12, "one\n"]);
	assert.equal(stages[0]?.name, "base");
});

test("flags may be quoted, repeated and without a value", () => {
	const { stages } = parse(
		'FROM --platform=$BUILDPLATFORM scratch\nCOPY --chown="1:1" --exclude=a --exclude=b --link x -- /y\n',
	);
	assert.equal(stages[0]?.platform, "$BUILDPLATFORM");
	const copy = stages[0]?.instructions[0];
	assert.deepEqual(copy?.flags, [
		{ name: "chown", value: "1:1" },
		{ name: "exclude", value: "a" },
		{ name: "exclude", value: "b" },
		{ name: "link" },
	]);
	assert.deepEqual(copy?.args, ["x", "--", "/y"]);
});

test("ENV, LABEL and ARG give pairs, also in the legacy form", () => {
	const { stages } = parse(
		'FROM scratch\nENV a=1 b="x y" c=x\\ y\nENV old form here\nLABEL "k 1"=v\nARG n m=\nARG o=\'p q\'\n',
	);
	assert.deepEqual(
		stages[0]?.instructions.map(({ pairs }) => pairs),
		[
			[
				{ key: "a", value: "1" },
				{ key: "b", value: '"x y"' },
				{ key: "c", value: "x\\ y" },
			],
			[{ key: "old", value: "form here" }],
			[{ key: '"k 1"', value: "v" }],
			[{ key: "n" }, { key: "m", value: "" }],
			[{ key: "o", value: "'p q'" }],
		],
	);
});

test("commands are in JSON or in shell form", () => {
	const { stages } = parse(
		'FROM scratch\nCMD ["a", "b"]\nCMD [a, b]\nENTRYPOINT a b\nHEALTHCHECK --interval=1s CMD ["x"]\nHEALTHCHECK CMD x y\nHEALTHCHECK NONE\n',
	);
	assert.deepEqual(
		stages[0]?.instructions.map(({ form, args }) => [form, ...args]),
		[["json", "a", "b"], ["shell", "[a, b]"], ["shell", "a b"], ["json", "x"], ["shell", "x y"], ["shell"]],
	);
});

test("directives count only at the top of the file", () => {
	assert.deepEqual(
		parse("# syntax = docker/dockerfile:1 \n#escape=`\n# check=skip=all\nFROM scratch\n").directives.map(
			({ name, value, line }) => [name, value, line],
		),
		[
			["syntax", "docker/dockerfile:1", 1],
			["escape", "`", 2],
			["check", "skip=all", 3],
		],
	);
	assert.deepEqual(parse("# a comment\n# escape=`\nFROM scratch\n").directives, []);
	assert.deepEqual(parse("\n# escape=`\nFROM scratch\n").directives, []);
});

test("an escaped escape character does not continue the line", () => {
	const { stages } = parse("FROM scratch\nRUN echo a\\\\\nRUN b \\  \n  c\n");
	assert.deepEqual(
		stages[0]?.instructions.map(({ rest }) => rest),
		["echo a\\\\", "b   c"],
	);
});

test("heredocs: several, indented, quoted, and not in JSON or within quotes", () => {
	const { stages } = parse(
		'FROM scratch\nCOPY <<A <<-"B" /x/\na\nA\n\tb $x\n\tB\nRUN echo "<<C"\nRUN cat <<1 3<<2\n1\n2\nCMD <<EOF\n',
	);
	const [copy, quoted, run] = stages[0]?.instructions ?? [];
	assert.deepEqual(
		copy?.heredocs.map(({ name, content, expand }) => [name, content, expand]),
		[
			["A", "a\n", true],
			["B", "b $x\n", false],
		],
	);
	assert.deepEqual(quoted?.heredocs, []);
	assert.deepEqual(
		run?.heredocs.map(({ name }) => name),
		["1", "2"],
	);
});

test("every syntax error is reported with its line, and with a fix for similar names", () => {
	assert.deepEqual(
		problemsOf(
			'COPY a b\nFROM scratch AS 1st\nFROM scratch x\nCOPI a /\nCOPY a\nCOPY --from= --from=x a /\nENV a\nONBUILD FROM x\nHEALTHCHECK TCP 80\nRUN ["a", 1]\nWORKDIR\nSHELL sh\nCMD --x y\n',
		),
		[
			'2: invalid name for build stage: "1st", name can\'t start with a number or contain symbols',
			"3: FROM requires either one or three arguments",
			"4: unknown instruction: COPI",
			"5: COPY requires at least two arguments, but only one was provided: the destination is missing",
			"6: duplicate flag specified: --from",
			"7: ENV must have two arguments",
			"8: FROM isn't allowed as an ONBUILD trigger",
			'9: unknown type "TCP" in HEALTHCHECK (try CMD)',
			"10: when using JSON array syntax, arrays must be comprised of strings only",
			"11: WORKDIR requires at least one argument",
			"12: SHELL requires the arguments to be in JSON form",
			"13: unknown flag: --x",
		],
	);
	assert.deepEqual(problemsOf("RUN a\nFROM scratch\n"), ["1: RUN before the first FROM: only ARG is allowed there"]);
	assert.deepEqual(problemsOf("# nothing\n"), ["1: the Dockerfile has no instructions"]);
	assert.deepEqual(problemsOf("ARG a\n"), ["1: the Dockerfile has no FROM, so there is nothing to build"]);
	assert.deepEqual(problemsOf("# escape=x\n# escape=`\nFROM scratch\n"), [
		"1: invalid escape token 'x', it must be ` or \\",
		"2: only one escape parser directive can be used",
	]);
});

test("hostile text is parsed to its end", () => {
	const long = 8000;
	assert.deepEqual(problemsOf(`FROM scratch\n${"ONBUILD ".repeat(long)}`), [
		"2: chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed",
	]);
	for (const text of [
		`RUN ${" ".repeat(long)}x`,
		`RUN ${"$".repeat(long)} <<`,
		`ENV ${"a=b ".repeat(long)}`,
		`RUN ${"\\ ".repeat(long)}`,
		`COPY ${"*".repeat(long)} /`,
		`RUN ${"<<a ".repeat(1000)}\n${"a\n".repeat(1000)}`,
		`# ${"lucid ".repeat(long)}`,
		`${"\0".repeat(long)} x`,
	])
		problemsOf(`FROM scratch\n${text}\nUSER 1\n`);
});
