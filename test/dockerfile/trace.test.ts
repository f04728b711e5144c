// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Dockerfiles write variables
import assert from "node:assert/strict";
import { test } from "node:test";
import {
	namedContextKey,
	parseDockerfile,
	type TraceOptions,
	traceInputs,
} from "../../src/model/dockerfile/dockerfile.ts";

const trace = (text: string, options: Partial<TraceOptions> = {}) =>
	traceInputs(parseDockerfile(text, "Dockerfile"), {
		platform: "linux/arm64",
		buildPlatform: "linux/amd64",
		args: {},
		...options,
	});
const labels = (text: string, options: Partial<TraceOptions> = {}) =>
	trace(text, options).inputs.map(({ label }) => label);

test("images: source and platform, only of the needed stages", () => {
	const { images } = trace(
		"# syntax=docker/dockerfile:1.7 x\nARG V=3.11\nFROM --platform=$BUILDPLATFORM python:${V}-slim AS b\nFROM unused AS u\nFROM --platform=linux/amd64 tools AS t\nFROM gcr.io/base\nCOPY --from=b /x /x\nCOPY --from=t /x /x\nCOPY --from=busybox:1 /bin/sh /sh\nRUN --mount=from=golang,target=/go true\n",
	);
	assert.deepEqual(
		images.map(({ ref, platform, platformName, use, line }) => [ref, platform, platformName, use, line]),
		[
			["docker/dockerfile:1.7", "build", undefined, "syntax", 1],
			["python:3.11-slim", "build", "linux/amd64", "FROM", 3],
			["tools", "explicit", "linux/amd64", "FROM", 5],
			["gcr.io/base", "target", "linux/arm64", "FROM", 6],
			["busybox:1", "target", "linux/arm64", "COPY", 9],
			["golang", "target", "linux/arm64", "RUN", 10],
		],
	);
});

test("named contexts are distinguished from images", () => {
	const names = new Set(["pickme/base:latest-arm64", "src", "stage"]);
	const { named, inputs, images } = trace(
		"FROM scratch AS stage\nCOPY gone /\nFROM docker.io/pickme/base:latest-arm64\nCOPY --from=src lib/ /lib/\nRUN --mount=from=src,source=x,target=/x true\nCOPY --from=stage / /\n",
		{ names },
	);
	assert.deepEqual(images, []);
	assert.deepEqual(
		named.map(({ name, use }) => [name, use]),
		[
			["stage", "FROM"],
			["pickme/base:latest-arm64", "FROM"],
			["src", "COPY"],
			["src", "RUN"],
		],
	);
	assert.deepEqual(
		inputs.filter(({ context }) => context === "src").map(({ label, sources }) => [label, ...sources]),
		[
			["COPY --from=src lib/", "lib/"],
			["RUN --mount from=src x", "x"],
		],
	);
});

test("image names are compared like in the engine", () => {
	assert.equal(namedContextKey("docker.io/library/python:latest"), "python");
	assert.equal(namedContextKey("python:3.11"), "python:3.11");
	assert.equal(namedContextKey("docker.io/pickme/x"), "pickme/x");
	assert.equal(namedContextKey("127.0.0.1:5000/docker.io/library/x"), "127.0.0.1:5000/docker.io/library/x");
	assert.equal(namedContextKey("ghcr.io/a/b:latest"), "ghcr.io/a/b");
	assert.equal(namedContextKey("x@sha256:ab"), "x@sha256:ab");
});

test("declared args are those of the needed stages, without the engine's predefined ones", () => {
	const { declaredArgs } = trace(
		"ARG GLOBAL\nFROM scratch AS a\nARG A=1 B\nFROM scratch AS unused\nARG C\nFROM a\nARG TARGETARCH\nARG HTTP_PROXY\nARG BUILDKIT_X\nARG VERSION\n",
	);
	assert.deepEqual(declaredArgs, ["A", "B", "GLOBAL", "VERSION"]);
});

test("URLs, git references, secrets and ssh keys", () => {
	const { urls, secrets, ssh, inputs } = trace(
		"FROM scratch\nARG V=1\nADD --checksum=sha256:aa https://x.org/$V.tar https://github.com/a/b.git#main git@github.com:a/b.git /x/\nADD https://github.com/a/b.git#0123456789012345678901234567890123456789 /y\nADD github.com/a/b /z\nRUN --mount=type=secret,id=token --mount=type=secret,target=/run/key --mount=type=ssh true\n",
	);
	assert.deepEqual(
		urls.map(({ kind, url, pinned }) => [kind, url, pinned]),
		[
			["http", "https://x.org/1.tar", true],
			["git", "https://github.com/a/b.git#main", true],
			["git", "git@github.com:a/b.git", true],
			["git", "https://github.com/a/b.git#0123456789012345678901234567890123456789", true],
		],
	);
	assert.deepEqual([secrets, ssh], [["key", "token"], ["default"]]);
	assert.deepEqual(
		inputs.map(({ label }) => label),
		["ADD github.com/a/b"],
	);
	assert.equal(trace("FROM scratch\nADD https://x.org/y /y\n").urls[0]?.pinned, false);
});

test("an instruction that cannot be analyzed makes the whole context an input, with the reason", () => {
	const reasons = (text: string, options: Partial<TraceOptions> = {}) => {
		const { inputs, wholeContext } = trace(text, options);
		assert.equal(
			inputs.some(({ kind }) => kind === "context"),
			wholeContext.length > 0,
		);
		return wholeContext.map(({ reason, line }) => `${line}: ${reason}`);
	};
	assert.deepEqual(reasons("# syntax=example.org/other\nFROM scratch\n"), [
		"1: # syntax=example.org/other is not Docker's own frontend",
	]);
	assert.deepEqual(reasons("# syntax=docker/dockerfile:2\nFROM scratch\nTAKE a\n"), ["3: unknown instruction TAKE"]);
	assert.deepEqual(reasons("FROM scratch\nCOPY --magic a /\n"), ["2: COPY has the unknown flag --magic"]);
	assert.deepEqual(reasons("FROM base\nCOPY $FROM_BASE/x /\n"), ["2: COPY $FROM_BASE/x depends on an unknown value"]);
	assert.deepEqual(reasons("FROM scratch\nARG DATE=1\nCOPY x-$DATE /\n", { volatile: new Set(["DATE"]) }), [
		"3: COPY x-$DATE depends on an unknown value",
	]);
	assert.deepEqual(reasons("FROM scratch\nARG BUILDARCH\nCOPY $BUILDARCH /\n", { buildPlatform: undefined }), [
		"3: COPY $BUILDARCH depends on an unknown value",
	]);
	assert.deepEqual(reasons("FROM scratch\nRUN --mount=type=new,target=/x true\n"), [
		"2: RUN --mount=type=new has an unknown mount type",
	]);
	assert.deepEqual(
		reasons("FROM base\nARG DATE\nLABEL a=$DATE b=$PATH\nCOPY a /\n", { volatile: new Set(["DATE"]) }),
		[],
	);
});

test("a known base image config passes on variables and ONBUILD", () => {
	const baseConfig = () => ({
		env: { HOME_DIR: "home" },
		onbuild: ["COPY app.py /app/", "RUN --mount=source=req,target=/r x"],
	});
	assert.deepEqual(labels("FROM base\nCOPY $HOME_DIR /x\n", { baseConfig }), [
		"COPY app.py",
		"RUN --mount req",
		"COPY home",
	]);
});

test("what the engine refuses is reported as located problems", () => {
	const { problems } = trace(
		"ARG P\nFROM a$P AS one\nCOPY --from=two / /\nCOPY --from=$P / /\nCOPY --from=9 / /\nRUN --mount=from=one,target=/x true\nCOPY ${x /\nFROM --platform=arm AS AS x\nFROM $NO AS two\nCOPY --from=one / /\nFROM two\nCOPY --from=one . /\n".replace(
			"FROM --platform=arm AS AS x\n",
			"",
		),
	);
	assert.deepEqual(
		problems.map(({ at, code }) => `${at?.line} ${code}`),
		[
			"8 dockerfile/from",
			"3 dockerfile/from",
			"4 dockerfile/from",
			"5 dockerfile/from",
			"6 dockerfile/from",
			"7 dockerfile/expansion",
		],
	);
	const wrong = trace("FROM scratch AS builder\nFROM scratch\n", { target: "bilder" }).problems[0];
	assert.deepEqual([wrong?.code, wrong?.fix], ["dockerfile/target", "did you mean builder?"]);
});

test("the final stage has the image settings, including inherited ones", () => {
	const { finalStage: final } = trace(
		'FROM gcr.io/distroless/python3-debian12 AS base\nUSER 65532:65532\nCMD ["x"]\nEXPOSE 8080 9000-9001/udp\nLABEL a=1\nFROM scratch AS other\nEXPOSE 1\nFROM base\nARG V=2\nENV PORT=8080 W=$V$UNKNOWN\nLABEL a="$V" b=3\nENTRYPOINT ["python3"]\nHEALTHCHECK CMD curl localhost\nEXPOSE $PORT\n',
	);
	assert.equal(final.user?.value, "65532:65532");
	assert.equal(final.cmd, undefined);
	assert.deepEqual(final.chain, [2, 0]);
	assert.deepEqual(final.base, { kind: "image", ref: "gcr.io/distroless/python3-debian12" });
	assert.deepEqual(
		final.ports.map(({ value }) => `${value.port}/${value.protocol}`),
		["8080/tcp", "9000/udp", "9001/udp", "8080/tcp"],
	);
	assert.deepEqual(final.labels, { a: { value: "2", line: 11 }, b: { value: "3", line: 11 } });
	assert.equal(final.env.W?.value, "2${UNKNOWN}");
	assert.deepEqual(final.healthcheck?.value, { kind: "shell", words: ["curl localhost"] });
});

test("variables that are used but not declared are listed", () => {
	const { unset } = trace(
		"ARG BUILD_DATE\nFROM base\nARG KNOWN\nLABEL a=$BUILD_DATE b=$KNOWN\nFROM scratch\nENV c=$KNOWN\n",
		{},
	);
	assert.deepEqual(
		unset.map(({ name, keyword, certainty }) => [name, keyword, certainty]),
		[["KNOWN", "ENV", "sure"]],
	);
	assert.deepEqual(
		trace("ARG BUILD_DATE\nFROM base\nARG KNOWN\nLABEL a=$BUILD_DATE b=$KNOWN\n").unset.map(({ name, certainty }) => [
			name,
			certainty,
		]),
		[["BUILD_DATE", "maybe"]],
	);
});

test("a volatile build arg is followed through all variables until another value replaces it", () => {
	const uses = (text: string, args: Record<string, string> = {}) =>
		trace(text, { args, volatile: new Set(["VERSION", "DATE"]) }).volatile.map(
			({ name, keyword }) => `${name} ${keyword}`,
		);
	const of = (lines: string) => uses(`FROM scratch\n${lines}\n`);
	assert.deepEqual(of("ARG VERSION\nLABEL v=$VERSION"), ["VERSION LABEL"]);
	assert.deepEqual(of("ARG VERSION\nENV V=$VERSION"), ["VERSION ENV"]);
	assert.deepEqual(of("ARG VERSION=1\nARG O=${VERSION:-2}\nENV P=x-$O\nWORKDIR /w/$P"), [
		"VERSION ENV",
		"VERSION WORKDIR",
	]);
	assert.deepEqual(of("ARG VERSION\nRUN build"), ["VERSION RUN"], "any program may read it");
	assert.deepEqual(of('ARG VERSION\nRUN ["build"]'), ["VERSION RUN"]);
	assert.deepEqual(of("RUN build\nARG VERSION"), []);
	assert.deepEqual(of("ARG VERSION\nENV VERSION=7\nRUN build $VERSION"), []);
	assert.deepEqual(of("ENV V=$VERSION"), [], "not declared, so empty");
	assert.deepEqual(of("ARG VERSION\nCOPY a /$VERSION\nCOPY --chown=$VERSION a /b"), ["VERSION COPY", "VERSION COPY"]);
	assert.deepEqual(of("ARG VERSION\nCOPY <<E /v\n$VERSION\nE"), ["VERSION COPY"]);
	assert.deepEqual(of("ARG VERSION\nCOPY <<'E' /v\n$VERSION\nE"), []);
	assert.deepEqual(of('ARG VERSION\nCMD ["$VERSION"]\nHEALTHCHECK CMD x $VERSION'), []);
	assert.deepEqual(of("ARG VERSION\nUSER $VERSION\nEXPOSE $VERSION"), ["VERSION USER", "VERSION EXPOSE"]);
	assert.deepEqual(uses("ARG VERSION\nARG O=$VERSION\nFROM scratch\nARG O\nENV V=$O\n"), ["VERSION ENV"]);
	assert.deepEqual(uses("ARG VERSION\nARG O=$VERSION\nFROM scratch\nARG O\nENV V=$O\n", { O: "fixed" }), []);
	assert.deepEqual(uses("ARG VERSION\nFROM base:$VERSION\n"), ["VERSION FROM"]);
	assert.deepEqual(uses("FROM scratch AS a\nARG VERSION\nFROM a\nENV V=$VERSION\n"), ["VERSION ENV"]);
	assert.deepEqual(uses("FROM x AS a\nARG VERSION\nRUN b\nFROM scratch\nCOPY --from=a /b /b\n"), ["VERSION RUN"]);
	assert.deepEqual(
		uses("FROM x AS a\nARG VERSION\nRUN b\nFROM scratch\nCOPY b /b\n"),
		[],
		"a stage that is not needed",
	);
	assert.deepEqual(uses("FROM scratch AS a\nONBUILD ARG VERSION\nONBUILD ENV V=$VERSION\nFROM a\n"), ["VERSION ENV"]);
});
