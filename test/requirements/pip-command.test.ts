// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how shells write variables
import assert from "node:assert/strict";
import { test } from "node:test";
import { findPipCommands } from "../../src/model/requirements/pip-command.ts";

const files = (text: string, variables: Readonly<Record<string, string>> = {}) =>
	findPipCommands(text, variables).flatMap(({ includes }) =>
		includes.map(({ kind, path, folder }) => `${kind} ${folder}:${path}`),
	);
const named = (text: string) => findPipCommands(text, {}).flatMap(({ named: all }) => all.map(({ word }) => word));

test("every way to start pip is recognized", () => {
	for (const start of [
		"pip",
		"pip3",
		"pip3.11",
		"python -m pip",
		"python3.12 -m pip",
		"/opt/venv/bin/pip",
		"PIP_NO_CACHE_DIR=1 pip",
		"sudo pip",
		"uv pip",
		"pip --no-cache-dir",
	])
		assert.deepEqual(files(`${start} install -r requirements.txt`), ["requirements :requirements.txt"], start);
	assert.deepEqual(files("uv pip sync requirements.txt"), ["requirements :requirements.txt"]);
	assert.deepEqual(files("pip wheel -w /wheels -r r.txt -c c.txt"), ["requirements :r.txt", "constraints :c.txt"]);
	for (const other of ["pip list", "echo pip install -r x", "pipx install black", "npm install -r x", "pip --version"])
		assert.deepEqual(files(other), [], other);
});

test("commands are split like in a shell, and cd is followed", () => {
	assert.deepEqual(files("set -ex; apt-get update && cd /srv \\\n && cd app && pip install \\\n  -r a.txt"), [
		"requirements /srv/app:a.txt",
	]);
	assert.deepEqual(files("if [ -f x ]; then pip install -r x; fi"), ["requirements :x"]);
	assert.deepEqual(files('sh -c "pip install -r in.txt"'), ["requirements :in.txt"]);
	assert.deepEqual(files("pip install -r '/a b/r.txt' # -r no.txt"), ["requirements :/a b/r.txt"]);
});

test("known variables are expanded, and words with unknown ones are skipped", () => {
	assert.deepEqual(files("pip install -r ${DIR}/r.txt", { DIR: "/srv" }), ["requirements :/srv/r.txt"]);
	assert.deepEqual(files("pip install -r $DIR/r.txt $(cat x) $PACKAGES"), []);
	assert.deepEqual(named("pip install $PACKAGES `cat x` flask"), ["flask"]);
});

test("packages in the command are distinguished from options, their values, paths and URLs", () => {
	assert.deepEqual(
		named(
			"pip install --no-cache-dir --target /x -t /y --timeout 100 'uvicorn[standard]==0.30.0' \"flask>=2\" . ./lib /abs x/y.whl git+https://e.com/x https://e.com/a.zip --upgrade pip",
		),
		["uvicorn[standard]==0.30.0", "flask>=2", "pip"],
	);
});

test("options for index, platform and Python are parsed", () => {
	const [call] = findPipCommands(
		"pip3.12 install -i https://e.com/s --platform manylinux2014_aarch64 --python-version 310 --only-binary=:all: -r r",
		{},
	);
	assert.equal(call?.choice.index, "https://e.com/s");
	assert.deepEqual(call?.choice.onlyBinary, [":all:"]);
	assert.deepEqual(call?.platforms, ["manylinux2014_aarch64"]);
	assert.equal(call?.python, "3.10");
});

test("conditional commands are marked", () => {
	const marks = (text: string) => findPipCommands(text, {}).map(({ conditional }) => conditional);
	assert.deepEqual(marks("pip install a && pip install b"), [false, false]);
	assert.deepEqual(marks('if [ "$DEV" = 1 ]; then pip install a; else pip install b; fi'), [true, true]);
	assert.deepEqual(marks('[ -n "$DEV" ] && pip install a; pip install b'), [true, false]);
});
